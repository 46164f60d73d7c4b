package org.spmjava.api.closure;

import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.TaskStat;

/**
 * What generated code tells of one task manager. A public implementation has a public constructor without parameters: a
 * Spoke makes its own instance, and makes instances of such classes only.
 *
 * @param <P> the payload
 * @param <R> the return value
 */
public interface TaskManagerDefinition<P, R> {

    /**
     * The closure's signature, unique in a session.
     *
     * @return the annotated class's name and the user's signature, joined by {@code #}
     */
    String signature();

    /**
     * How the tasks are managed.
     *
     * @return the pattern
     */
    Pattern pattern();

    /**
     * What is done where the pattern leaves a choice.
     *
     * @return the policy; one that {@link Pattern} allows, together with the grain
     */
    Policy policy();

    /**
     * How far the tasks may communicate.
     *
     * @return the grain
     */
    Grain grain();

    /**
     * A hash of the typedef, the evaluators' names and the return type: both sides must have been compiled from the
     * same, since what travels between them has neither names nor types of its own.
     *
     * @return 64 bits
     */
    long fingerprint();

    /**
     * How payloads travel.
     *
     * @return the codec
     */
    PayloadCodec<P> payloadCodec();

    /**
     * How return values travel.
     *
     * @return the codec
     */
    PayloadCodec<R> resultCodec();

    /**
     * What the runtime must know of a payload.
     *
     * @param payload the payload
     * @return its meta part
     */
    TaskMeta meta(P payload);

    /**
     * Fills in {@code spm.core.nameHost} and {@code spm.core.whoAmI}, as far as the typedef has them.
     *
     * @param payload the payload
     * @param nameHost the Spoke's host
     * @param whoAmI the Spoke's name
     * @return a copy, or the payload itself where there is nothing to fill in
     */
    P placed(P payload, String nameHost, String whoAmI);

    /**
     * Fills in {@code spm.stat}, for the Hub. A payload without one stays as it is.
     *
     * @param payload the payload
     * @param stat how the task ended; asked when {@code spm.stat} is
     * @return a copy, or the payload itself where there is nothing to fill in
     */
    default P concluded(P payload, TaskStat<R> stat) {
        return payload;
    }

    /**
     * Stage 2: evaluates a task.
     *
     * @param payload the payload
     * @param context what the backend does on the task's behalf
     * @return the return value
     * @throws Exception what the evaluator threw
     */
    R evaluate(P payload, EvaluationContext context) throws Exception;

    /**
     * Combines what two tasks of an aggregate returned: centralized, on the Hub, by the user's {@code taskReduce};
     * decentralized, on a Spoke, key by key.
     *
     * @param left what came first; of no use to the caller any more
     * @param right what came next
     * @return the combination
     * @throws UnsupportedOperationException unless the pattern is an aggregate
     * @throws Exception what the user's code threw
     */
    default R reduce(R left, R right) throws Exception {
        throw new UnsupportedOperationException(signature() + " does not aggregate");
    }
}

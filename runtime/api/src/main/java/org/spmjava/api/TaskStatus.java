package org.spmjava.api;

import java.time.Duration;
import java.util.Optional;
import org.spmjava.api.error.SPMTaskError;

/**
 * The final status of one task.
 *
 * @param <P> the payload
 * @param <R> the return value
 */
public interface TaskStatus<P, R> extends TaskStat<R> {

    /**
     * The task's number within its command: the order of its push, or of its Spoke's acquisition for a template.
     *
     * @return from 0
     */
    int index();

    /**
     * The payload as it was pushed, with {@code spm.core.nameHost} and {@code spm.core.whoAmI} filled in where the task
     * ran, and {@code spm.stat} telling what {@link #returnValue()} and {@link #exception()} do.
     *
     * @return the payload
     */
    P task();

    /**
     * The task's label.
     *
     * @return {@code spm.meta.label}
     */
    String label();

    /**
     * How the task ended.
     *
     * @return the verdict
     */
    Verdict verdict();

    /**
     * What the evaluator returned; {@code spm.stat.returnValue}.
     *
     * @return the value; {@code null} if, and only if, the evaluator returned {@code null} or is {@code void}
     * @throws SPMTaskError if the task did not return, of the class that stands for its verdict
     */
    @Override
    R returnValue();

    /**
     * Why the task did not return; {@code spm.stat.exception}.
     *
     * @return the exception that {@link #returnValue()} throws, or empty if the task returned
     */
    @Override
    Optional<SPMTaskError> exception();

    /**
     * Where the task ran.
     *
     * @return the Spoke, or empty if the task was dropped
     */
    Optional<SpokeIdentity> spoke();

    /**
     * How long the task took, preloading included, as the Spoke measured it; as the Hub did where the Spoke could not
     * say.
     *
     * @return zero if the task was dropped
     */
    Duration duration();
}

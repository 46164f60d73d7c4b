package org.spmjava.api.closure;

import java.util.List;
import java.util.Optional;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.communication.AskHandler;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.RequestReply;
import org.spmjava.api.communication.TellHandler;

/**
 * A closure that was declared and defined: stage 0 of a manager. Generated stubs wrap it.
 *
 * @param <P> the payload
 * @param <R> the return value
 */
public interface ManagerHandle<P, R> {

    /**
     * Adds a task to those that the next {@link #manage} takes. The payload is encoded at once: later changes to what
     * it was made of do not reach the task.
     *
     * @param payload the task's payload
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if a template has its
     *     payload already
     */
    void push(P payload);

    /**
     * Adds a task of a DAG, which starts when all its predecessors have returned, and is dropped as soon as one of them
     * has ended otherwise.
     *
     * @param payload the task's payload
     * @param predecessors tasks that were pushed before it, for the same {@code manage}
     * @return the task, for those that need it
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, on a manager of a DAG; or
     *     if a predecessor is another manager's, or was taken by an earlier {@code manage}
     */
    TaskRef pushAfter(P payload, List<TaskRef> predecessors);

    /**
     * Adds the payload of a template that is evaluated again and again.
     *
     * @param payload the payload
     * @param repetitions how many evaluations there are, of all Spokes together, unless {@link #stop} comes first; at
     *     least 1
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, on a manager with the
     *     policy {@link org.spmjava.api.Policy#REPEAT}; or if it has its payload already
     * @throws IllegalArgumentException if there are no repetitions
     */
    void pushRepeated(P payload, int repetitions);

    /**
     * Says that no further task is to start; those that run may finish, and those that were pushed but have not started
     * are dropped. Does nothing if nothing is left to start.
     *
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, online with this manager: out of
     *     one of its callbacks
     */
    void stop();

    /**
     * Declares who answers a question of tasks; stays so for every {@link #manage}.
     *
     * @param what the question
     * @param handler called in the thread that manages
     * @param <Q> the questions' type
     * @param <A> the answers' type
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, on a manager whose grain
     *     enables it; or if there is a handler for that signature
     */
    <Q, A> void onAsk(RequestReply<Q, A> what, AskHandler<P, Q, A> handler);

    /**
     * Declares who processes a message of tasks; stays so for every {@link #manage}.
     *
     * @param what the message
     * @param handler called in the thread that manages
     * @param <T> the messages' type
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, on a manager whose grain
     *     enables it; or if there is a handler for that signature
     */
    <T> void onTell(Channel<T> what, TellHandler<P, T> handler);

    /**
     * What the tasks of the last {@link #manage} returned, combined in the order of the tasks, whatever the order in
     * which they ended.
     *
     * @return the aggregate, or empty if there was no task
     * @throws org.spmjava.api.error.SPMTaskError of the first task, in their order, that did not return
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline, on a manager of an
     *     aggregate whose last {@code manage} has returned
     */
    Optional<R> aggregate();

    /**
     * Manages the tasks that were pushed since the last call, and returns when every one of them has its final status,
     * every callback has returned, and nothing of the command is pending anywhere.
     *
     * @param pool where the tasks may run
     * @param nSpokesMin how many Spokes must be there before the first task starts
     * @param nSpokesMax how many Spokes the command may hold
     * @param timeoutWaitForSpokes how long to wait for the minimum; if it passes, every task is dropped
     * @param timeoutExecution how long the tasks may take together; when it passes, running tasks end
     *     {@code EvalTimeout} and the rest is dropped
     * @return what became of the tasks
     * @throws org.spmjava.api.error.SPMInvariantViolation unless called on the Hub, offline; or if a template has no
     *     payload
     * @throws IllegalArgumentException if the minimum exceeds the maximum, or the pool is another cloud's
     * @throws org.spmjava.api.error.SPMError if the session was closed before, or failed
     * @throws InterruptedException if the calling thread was interrupted: no callback is called any more, and every
     *     Spoke of the command was ended by force
     * @throws Exception what a status callback threw, after every Spoke of the command was ended by force
     */
    Conclusion manage(
            Pool pool,
            SpokeCount nSpokesMin,
            SpokeCount nSpokesMax,
            Timeout timeoutWaitForSpokes,
            Timeout timeoutExecution)
            throws Exception;
}

package org.spmjava.api;

import java.util.Optional;
import org.spmjava.api.error.SPMInvariantViolation;
import org.spmjava.api.error.SPMTaskError;

/**
 * How a task ended: what {@code spm.stat} of its payload tells.
 *
 * @param <R> the return value
 */
public interface TaskStat<R> {

    /**
     * What the evaluator returned; {@code spm.stat.returnValue}.
     *
     * @return the value; {@code null} if, and only if, the evaluator returned {@code null} or is {@code void}
     * @throws SPMTaskError if the task did not return, of the class that stands for its verdict
     * @throws SPMInvariantViolation if the task has not concluded: there is nothing to wait for, since a Hub is told of
     *     the end of each task
     */
    R returnValue();

    /**
     * Why the task did not return; {@code spm.stat.exception}.
     *
     * @return the exception that {@link #returnValue()} throws; empty if the task returned, or has not concluded
     */
    Optional<SPMTaskError> exception();

    /**
     * That of a task that has not concluded.
     *
     * @param <R> the return value that there will be
     * @return always the same
     */
    @SuppressWarnings("unchecked") // it has no return value of whatever type
    static <R> TaskStat<R> pending() {
        return (TaskStat<R>) Pending.TASK;
    }
}

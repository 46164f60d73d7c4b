package org.spmjava.api;

/**
 * Stage 1: processes the final status of a task, on the Hub, online, in the thread that called {@code manage}.
 *
 * @param <P> the payload
 * @param <R> the return value
 */
@FunctionalInterface
public interface StatusCallback<P, R> {

    /**
     * Called once for every task, in the order in which the Hub learns of the tasks' ends.
     *
     * @param status the task's final status
     * @throws Exception if the command cannot go on: all its Spokes are then ended by force and relaunched, and
     *     {@code manage} throws this very exception
     */
    void onStatus(TaskStatus<P, R> status) throws Exception;
}

package org.spmjava.core.manager;

import java.util.ArrayDeque;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Policy;

/**
 * Partition/List: independent tasks in any order. By policy, a failure concerns its task alone, or ends all; or the
 * first that returns does. PartitionAggregate/Centralized is the same to whoever schedules: the Hub combines what
 * returned.
 */
public final class ListManager extends IndependentTasks {

    private final int taskCount;
    private final ArrayDeque<Integer> returnedToQueue = new ArrayDeque<>();
    private int nextFresh;

    /**
     * Makes the interpreter of one command.
     *
     * @param taskCount how many tasks were pushed
     * @param policy what the end of a task means to the others
     */
    public ListManager(int taskCount, Policy policy) {
        super(policy);
        this.taskCount = taskCount;
    }

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public Acquisition acquisition() {
        return Acquisition.OPEN;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        return takePending();
    }

    @Override
    public int pending() {
        return returnedToQueue.size() + taskCount - nextFresh;
    }

    @Override
    public Waiting waiting(int task) {
        return task >= nextFresh && task < taskCount
                ? new Waiting.InQueue(returnedToQueue.size() + task - nextFresh)
                : inQueue(returnedToQueue, task);
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        returnedToQueue.addLast(task);
        return Interpretation.CONTINUE;
    }

    @Override
    public boolean concluded() {
        return finalCount() == taskCount;
    }

    @Override
    int takePending() {
        if (!returnedToQueue.isEmpty()) {
            return returnedToQueue.removeFirst();
        }
        return nextFresh < taskCount ? nextFresh++ : NONE;
    }
}

package org.spmjava.core.manager;

import java.util.ArrayDeque;

/** Partition/List: independent tasks in any order; a failure concerns its task alone. */
public final class ListManager extends IndependentTasks {

    private final int taskCount;
    private final ArrayDeque<Integer> returnedToQueue = new ArrayDeque<>();
    private int nextFresh;

    /**
     * Makes the interpreter of one command.
     *
     * @param taskCount how many tasks were pushed
     */
    public ListManager(int taskCount) {
        this.taskCount = taskCount;
    }

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public boolean acquiresLateSpokes() {
        return true;
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
    public boolean anyPending() {
        return !returnedToQueue.isEmpty() || nextFresh < taskCount;
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

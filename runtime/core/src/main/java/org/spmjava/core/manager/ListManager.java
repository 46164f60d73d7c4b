package org.spmjava.core.manager;

import java.util.ArrayDeque;
import org.spmjava.api.Verdict;

/** Partition/List: independent tasks in any order; a failure concerns its task alone. */
public final class ListManager implements Manager {

    private final int taskCount;
    private final ArrayDeque<Integer> returnedToQueue = new ArrayDeque<>();
    private int nextFresh;
    private int finalCount;

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
    public Interpretation invoked() {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation spokesMissing() {
        return Interpretation.DROP_PENDING;
    }

    @Override
    public int next(int spoke) {
        return takePending();
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        returnedToQueue.addLast(task);
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation preloading(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation online(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation returned(int task) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation uncaught(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation terminated(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation callbackThrew() {
        return Interpretation.END_ALL;
    }

    @Override
    public Interpretation executionExpired() {
        return Interpretation.TIME_OUT_ALL;
    }

    @Override
    public int drop() {
        int task = takePending();
        if (task != NONE) {
            finalCount++;
        }
        return task;
    }

    @Override
    public boolean concluded() {
        return finalCount == taskCount;
    }

    private int takePending() {
        if (!returnedToQueue.isEmpty()) {
            return returnedToQueue.removeFirst();
        }
        return nextFresh < taskCount ? nextFresh++ : NONE;
    }
}

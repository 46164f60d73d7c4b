package org.spmjava.core.manager;

import java.util.TreeSet;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Verdict;

/**
 * Tasks of general grain: Partition/Graph, Partition/Grid and Clone/Once where its tasks communicate. One payload, one
 * task for each Spoke; all start together and share one fate, since each may wait for any other.
 *
 * <p>Without a unit there is still the one task that the user populated, so that it gets its final status.
 */
public final class UnitManager extends EveryManager {

    private final TreeSet<Integer> pending = new TreeSet<>();
    private int taskCount;

    @Override
    public int taskCount() {
        return taskCount;
    }

    @Override
    public Acquisition acquisition() {
        return Acquisition.BEFORE_START;
    }

    @Override
    public boolean isUnit() {
        return true;
    }

    @Override
    public Interpretation spokeAcquired(int spoke) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation unitFormed(int size) {
        taskCount = size;
        for (int rank = 0; rank < size; rank++) {
            pending.add(rank);
        }
        return Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        return pending.remove(spoke) ? spoke : NONE;
    }

    @Override
    public int pending() {
        return 0;
    }

    @Override
    public Waiting waiting(int task) {
        if (taskCount == 0) {
            return new Waiting.ToBecome();
        }
        return pending.contains(task) ? new Waiting.ForItsSpoke() : new Waiting.NoMore();
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        pending.add(task);
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation returned(int task) {
        countFinal();
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation uncaught(int task, Verdict verdict) {
        countFinal();
        return Interpretation.SHARE_FATE;
    }

    @Override
    public Interpretation terminated(int task, Verdict verdict) {
        countFinal();
        return Interpretation.SHARE_FATE;
    }

    @Override
    public boolean concluded() {
        return taskCount > 0 && finalCount() == taskCount;
    }

    @Override
    int takePending() {
        if (taskCount == 0) {
            return taskCount++;
        }
        Integer task = pending.pollFirst();
        return task == null ? NONE : task;
    }
}

package org.spmjava.core.manager;

import java.util.ArrayDeque;
import java.util.TreeSet;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.Work;

/**
 * PartitionAggregate/Decentralized: the tasks that were pushed are handed out like those of a list, and what they
 * return stays where they ran. When all have returned, the Spokes become a unit, and each gets one task more: to
 * shuffle by key and combine. All of it shares one fate, since what a lost Spoke kept is lost.
 */
public final class DecentralizedManager extends EveryManager {

    private final int mapCount;
    private final int[] spokeOf;
    private final TreeSet<Integer> keeping = new TreeSet<>();
    private final ArrayDeque<Integer> returnedToQueue = new ArrayDeque<>();
    private final TreeSet<Integer> combining = new TreeSet<>();
    private int nextFresh;
    private int combineCount;
    private int kept;
    /** Whether a Spoke is lost with what it kept, so that there will be nothing to combine. */
    private boolean valuesLost;

    /**
     * Makes the interpreter of one command.
     *
     * @param mapCount how many tasks were pushed
     */
    public DecentralizedManager(int mapCount) {
        this.mapCount = mapCount;
        this.spokeOf = new int[mapCount];
    }

    @Override
    public int taskCount() {
        return mapCount + combineCount;
    }

    @Override
    public Acquisition acquisition() {
        return Acquisition.OPEN;
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
    public Interpretation spokeLost(int spoke) {
        if (combineCount > 0 || !keeping.contains(spoke)) {
            return Interpretation.CONTINUE;
        }
        valuesLost = true;
        return Interpretation.SHARE_FATE;
    }

    @Override
    public Interpretation unitFormed(int size) {
        combineCount = size;
        for (int rank = 0; rank < size; rank++) {
            combining.add(mapCount + rank);
        }
        return Interpretation.CONTINUE;
    }

    /** Without a task to drop nothing is missing, and what was kept is combined all the same. */
    @Override
    public Interpretation stopped() {
        return pending() > 0 ? Interpretation.DROP_PENDING : Interpretation.CONTINUE;
    }

    @Override
    public int next(int spoke) {
        if (combineCount > 0) {
            return combining.remove(mapCount + spoke) ? mapCount + spoke : NONE;
        }
        int task = nextMap();
        if (task != NONE) {
            spokeOf[task] = spoke;
        }
        return task;
    }

    private int nextMap() {
        Integer again = returnedToQueue.pollFirst();
        if (again != null) {
            return again;
        }
        return nextFresh < mapCount ? nextFresh++ : NONE;
    }

    @Override
    public Work work(int task) {
        return task < mapCount ? Work.KEEP : Work.COMBINE;
    }

    @Override
    public int pending() {
        return combineCount == 0 ? returnedToQueue.size() + mapCount - nextFresh : 0;
    }

    @Override
    public Waiting waiting(int task) {
        return task >= nextFresh && task < mapCount
                ? new Waiting.InQueue(returnedToQueue.size() + task - nextFresh)
                : inQueue(returnedToQueue, task);
    }

    @Override
    public Interpretation unstarted(int task, int spoke) {
        if (task < mapCount) {
            returnedToQueue.addLast(task);
        } else {
            combining.add(task);
        }
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation returned(int task) {
        countFinal();
        if (task >= mapCount) {
            return Interpretation.CONTINUE;
        }
        keeping.add(spokeOf[task]);
        kept++;
        return kept == mapCount ? Interpretation.FORM_UNIT : Interpretation.CONTINUE;
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
        return finalCount() == taskCount() && (combineCount > 0 || kept < mapCount || valuesLost);
    }

    @Override
    int takePending() {
        Integer combine = combining.pollFirst();
        return combine == null ? nextMap() : combine;
    }
}

package org.spmjava.core.manager;

import org.spmjava.api.Verdict;

/**
 * What List and Template have in common: no task knows of another, so that its end, however it came, means nothing to
 * the rest; only what happens to the command itself does.
 */
abstract class IndependentTasks implements Manager {

    private int finalCount;

    @Override
    public final Interpretation invoked() {
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation spokesMissing() {
        return Interpretation.DROP_PENDING;
    }

    @Override
    public final Interpretation preloading(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation online(int task) {
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation returned(int task) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation uncaught(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation terminated(int task, Verdict verdict) {
        finalCount++;
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation callbackThrew() {
        return Interpretation.END_ALL;
    }

    @Override
    public final Interpretation executionExpired() {
        return Interpretation.TIME_OUT_ALL;
    }

    @Override
    public final int drop() {
        int task = takePending();
        if (task != NONE) {
            finalCount++;
        }
        return task;
    }

    /** How many tasks are final. */
    final int finalCount() {
        return finalCount;
    }

    /** Takes any pending task, or {@link #NONE}. */
    abstract int takePending();
}

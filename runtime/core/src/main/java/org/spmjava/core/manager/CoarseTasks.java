package org.spmjava.core.manager;

/**
 * What managers of coarse tasks have in common: their tasks talk to nobody, so that what a Spoke does between accepting
 * a task and its end means nothing to the rest, and what happens to the command itself concerns every task alike.
 */
abstract class CoarseTasks implements Manager {

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

    /** One more task is final. */
    final void countFinal() {
        finalCount++;
    }

    /** How many tasks are final. */
    final int finalCount() {
        return finalCount;
    }

    /** Takes any pending task, or {@link #NONE}. */
    abstract int takePending();
}

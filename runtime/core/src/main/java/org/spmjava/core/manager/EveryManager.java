package org.spmjava.core.manager;

import org.spmjava.api.Interpretation;
import org.spmjava.api.Primitive;
import org.spmjava.core.message.Work;

/**
 * What all managers have in common: what a Spoke does between accepting a task and its end means nothing to the rest,
 * and what happens to the command itself concerns every task alike.
 */
abstract class EveryManager implements Manager {

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
    public final Interpretation primitiveUsed(int task, Primitive primitive) {
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation callbackReturned() {
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation callbackThrew() {
        return Interpretation.END_ALL;
    }

    @Override
    public Interpretation stopped() {
        return Interpretation.DROP_PENDING;
    }

    @Override
    public final Interpretation executionExpired() {
        return Interpretation.TIME_OUT_ALL;
    }

    @Override
    public final Interpretation offline() {
        return Interpretation.CONTINUE;
    }

    @Override
    public Interpretation spokeLost(int spoke) {
        return Interpretation.CONTINUE;
    }

    @Override
    public boolean isUnit() {
        return false;
    }

    @Override
    public Interpretation unitFormed(int size) {
        return Interpretation.CONTINUE;
    }

    @Override
    public Work work(int task) {
        return Work.EVALUATE;
    }

    @Override
    public int takeDoomed() {
        return NONE;
    }

    @Override
    public final int drop() {
        int task = takePending();
        if (task != NONE) {
            finalCount++;
        }
        return task;
    }

    /** That of a task which is one of a queue, unless it is none of it. */
    static Waiting inQueue(Iterable<Integer> queue, int task) {
        int ahead = 0;
        for (int other : queue) {
            if (other == task) {
                return new Waiting.InQueue(ahead);
            }
            ahead++;
        }
        return new Waiting.NoMore();
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

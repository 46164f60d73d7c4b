package org.spmjava.core.manager;

import org.spmjava.api.Verdict;

/** What List and Template have in common: no task knows of another, so that its end means nothing to the rest. */
abstract class IndependentTasks extends CoarseTasks {

    @Override
    public final Interpretation returned(int task) {
        countFinal();
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation uncaught(int task, Verdict verdict) {
        countFinal();
        return Interpretation.CONTINUE;
    }

    @Override
    public final Interpretation terminated(int task, Verdict verdict) {
        countFinal();
        return Interpretation.CONTINUE;
    }

    @Override
    public final int takeDoomed() {
        return NONE;
    }
}

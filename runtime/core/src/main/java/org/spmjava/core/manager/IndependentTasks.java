package org.spmjava.core.manager;

import org.spmjava.api.Interpretation;
import org.spmjava.api.Policy;
import org.spmjava.api.Verdict;

/** What List and Clone have in common: no task waits for another, so that only the policy gives its end a meaning. */
abstract class IndependentTasks extends EveryManager {

    private final Interpretation ofReturn;
    private final Interpretation ofFailure;

    /** @param policy what the end of a task means to the others */
    IndependentTasks(Policy policy) {
        ofReturn = policy == Policy.RACE ? Interpretation.END_OTHERS : Interpretation.CONTINUE;
        ofFailure = switch (policy) {
            case FAIL_FAST -> Interpretation.END_OTHERS;
            case CENTRALIZED -> Interpretation.DROP_PENDING;
            default -> Interpretation.CONTINUE;
        };
    }

    @Override
    public final Interpretation returned(int task) {
        countFinal();
        return ofReturn;
    }

    @Override
    public final Interpretation uncaught(int task, Verdict verdict) {
        countFinal();
        return ofFailure;
    }

    @Override
    public final Interpretation terminated(int task, Verdict verdict) {
        countFinal();
        return ofFailure;
    }
}

package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The process was ended from outside during evaluation. */
public final class SPMTaskEvalKill extends SPMTaskEval {

    private static final long serialVersionUID = 1L;

    SPMTaskEvalKill(Failure failure) {
        super(Verdict.EVAL_KILL, failure);
    }
}

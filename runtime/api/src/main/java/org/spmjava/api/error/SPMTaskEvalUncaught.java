package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** A throwable left the code during evaluation. */
public final class SPMTaskEvalUncaught extends SPMTaskEval {

    private static final long serialVersionUID = 1L;

    SPMTaskEvalUncaught(Failure failure) {
        super(Verdict.EVAL_UNCAUGHT, failure);
    }
}

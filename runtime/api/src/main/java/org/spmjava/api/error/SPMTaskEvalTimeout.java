package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The task's deadline passed during evaluation. */
public final class SPMTaskEvalTimeout extends SPMTaskEval {

    private static final long serialVersionUID = 1L;

    SPMTaskEvalTimeout(Failure failure) {
        super(Verdict.EVAL_TIMEOUT, failure);
    }
}

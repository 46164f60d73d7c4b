package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The task ended prematurely during evaluation. */
public abstract sealed class SPMTaskEval extends SPMTaskError
        permits SPMTaskEvalUncaught, SPMTaskEvalFatal, SPMTaskEvalKill, SPMTaskEvalTimeout {

    private static final long serialVersionUID = 1L;

    SPMTaskEval(Verdict verdict, Failure failure) {
        super(verdict, failure);
    }
}

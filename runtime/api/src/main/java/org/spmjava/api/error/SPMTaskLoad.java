package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The task ended prematurely during preloading, before the evaluator was called. */
public abstract sealed class SPMTaskLoad extends SPMTaskError
        permits SPMTaskLoadUncaught, SPMTaskLoadFatal, SPMTaskLoadKill, SPMTaskLoadTimeout {

    private static final long serialVersionUID = 1L;

    SPMTaskLoad(Verdict verdict, Failure failure) {
        super(verdict, failure);
    }
}

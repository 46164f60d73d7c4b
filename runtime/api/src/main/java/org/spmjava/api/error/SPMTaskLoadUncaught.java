package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** A throwable left the code during preloading, before the evaluator was called. */
public final class SPMTaskLoadUncaught extends SPMTaskLoad {

    private static final long serialVersionUID = 1L;

    SPMTaskLoadUncaught(Failure failure) {
        super(Verdict.LOAD_UNCAUGHT, failure);
    }
}

package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The task's deadline passed during preloading, before the evaluator was called. */
public final class SPMTaskLoadTimeout extends SPMTaskLoad {

    private static final long serialVersionUID = 1L;

    SPMTaskLoadTimeout(Failure failure) {
        super(Verdict.LOAD_TIMEOUT, failure);
    }
}

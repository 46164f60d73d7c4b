package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The process was ended from outside during preloading, before the evaluator was called. */
public final class SPMTaskLoadKill extends SPMTaskLoad {

    private static final long serialVersionUID = 1L;

    SPMTaskLoadKill(Failure failure) {
        super(Verdict.LOAD_KILL, failure);
    }
}

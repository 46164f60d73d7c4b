package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The process exited, or the JVM failed by itself, during preloading, before the evaluator was called. */
public final class SPMTaskLoadFatal extends SPMTaskLoad {

    private static final long serialVersionUID = 1L;

    SPMTaskLoadFatal(Failure failure) {
        super(Verdict.LOAD_FATAL, failure);
    }
}

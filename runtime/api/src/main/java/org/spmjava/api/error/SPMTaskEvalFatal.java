package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/** The process exited, or the JVM failed by itself, during evaluation. */
public final class SPMTaskEvalFatal extends SPMTaskEval {

    private static final long serialVersionUID = 1L;

    SPMTaskEvalFatal(Failure failure) {
        super(Verdict.EVAL_FATAL, failure);
    }
}

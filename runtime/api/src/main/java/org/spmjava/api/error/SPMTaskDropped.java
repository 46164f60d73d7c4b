package org.spmjava.api.error;

import org.spmjava.api.Verdict;

/**
 * The task was never started: no Spokes in time, a predecessor failed, or the execution deadline passed before its
 * turn.
 */
public final class SPMTaskDropped extends SPMTaskError {

    private static final long serialVersionUID = 1L;

    SPMTaskDropped(Failure failure) {
        super(Verdict.DROPPED, failure);
    }
}

package org.spmjava.core.hub;

import org.spmjava.api.Verdict;

/** One task at one Spoke, from its assignment to its final status or its return to the queue. */
final class Attempt {

    final long number;
    final int task;
    final TaskSpec spec;
    private boolean loading;

    Attempt(long number, int task, TaskSpec spec) {
        this.number = number;
        this.task = task;
        this.spec = spec;
    }

    void loading() {
        loading = true;
    }

    void online() {
        loading = false;
    }

    boolean isLoading() {
        return loading;
    }

    Verdict timeout() {
        return loading ? Verdict.LOAD_TIMEOUT : Verdict.EVAL_TIMEOUT;
    }

    Verdict kill() {
        return loading ? Verdict.LOAD_KILL : Verdict.EVAL_KILL;
    }

    Verdict fatal() {
        return loading ? Verdict.LOAD_FATAL : Verdict.EVAL_FATAL;
    }
}

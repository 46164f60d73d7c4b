package org.spmjava.api;

/** The final status of a task; every task gets exactly one. */
public enum Verdict {
    /** The evaluator returned; the return value is there. */
    RETURNED("Returned"),
    /** The task was never started. */
    DROPPED("TaskDropped"),
    /** A throwable left the code while it was preloaded. */
    LOAD_UNCAUGHT("LoadUncaught"),
    /** The process exited, or the JVM failed by itself, while preloading. */
    LOAD_FATAL("LoadFatal"),
    /** The process was ended from outside while preloading. */
    LOAD_KILL("LoadKill"),
    /** The deadline passed while preloading. */
    LOAD_TIMEOUT("LoadTimeout"),
    /** A throwable left the evaluator. */
    EVAL_UNCAUGHT("EvalUncaught"),
    /** The process exited, or the JVM failed by itself, while evaluating. */
    EVAL_FATAL("EvalFatal"),
    /** The process was ended from outside while evaluating. */
    EVAL_KILL("EvalKill"),
    /** The deadline passed while evaluating. */
    EVAL_TIMEOUT("EvalTimeout");

    private final String display;

    Verdict(String display) {
        this.display = display;
    }

    /**
     * Whether the task has a return value.
     *
     * @return true for {@link #RETURNED} alone
     */
    public boolean returned() {
        return this == RETURNED;
    }

    /** The name as status lines show it, for example {@code EvalKill}. */
    @Override
    public String toString() {
        return display;
    }
}

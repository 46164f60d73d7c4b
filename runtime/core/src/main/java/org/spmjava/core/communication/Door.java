package org.spmjava.core.communication;

import org.spmjava.api.error.SPMInvariantViolation;

/** Lets in the evaluator's thread, as long as it evaluates. */
public final class Door {

    private final Thread evaluator;
    private volatile boolean open = true;

    /** For the calling thread. */
    public Door() {
        this.evaluator = Thread.currentThread();
    }

    /** The evaluation is over. */
    public void close() {
        open = false;
    }

    /**
     * Checks the caller.
     *
     * @param primitive what is called
     * @throws SPMInvariantViolation if it is another thread, or too late
     */
    void pass(String primitive) {
        if (!open) {
            throw new SPMInvariantViolation(primitive, "Spoke, online", "the evaluation is over");
        }
        if (Thread.currentThread() != evaluator) {
            throw new SPMInvariantViolation(
                    primitive,
                    "the evaluator's thread",
                    "thread '" + Thread.currentThread().getName() + "'");
        }
    }
}

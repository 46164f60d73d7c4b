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
        if (!letsIn()) {
            throw refusal(primitive);
        }
    }

    /** The same; words are found only where somebody needs them, since this is on the way of each message. */
    void pass(Operation operation, String signature) {
        if (!letsIn()) {
            throw refusal(operation.words() + (signature.isEmpty() ? "" : " on '" + signature + "'"));
        }
    }

    private boolean letsIn() {
        return open && Thread.currentThread() == evaluator;
    }

    private SPMInvariantViolation refusal(String primitive) {
        if (!open) {
            return new SPMInvariantViolation(primitive, "Spoke, online", "the evaluation is over");
        }
        return new SPMInvariantViolation(
                primitive,
                "the evaluator's thread",
                "thread '" + Thread.currentThread().getName() + "'");
    }
}

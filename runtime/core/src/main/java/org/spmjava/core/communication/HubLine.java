package org.spmjava.core.communication;

/** The way from a task to the Hub. Used by the evaluator's thread. */
public interface HubLine {

    /**
     * Asks the Hub, and waits for the answer.
     *
     * @param signature what is asked for
     * @param question the encoded question
     * @return the encoded answer
     * @throws org.spmjava.api.error.SPMInvariantViolation if the Hub has none
     */
    byte[] ask(String signature, byte[] question);

    /**
     * Tells the Hub something.
     *
     * @param signature what it is for
     * @param message the encoded message
     */
    void tell(String signature, byte[] message);

    /**
     * How long a question or a message may be.
     *
     * @param signature what it is for
     * @return in bytes
     */
    int maxLength(String signature);
}

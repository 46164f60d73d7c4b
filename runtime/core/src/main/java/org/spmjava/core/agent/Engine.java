package org.spmjava.core.agent;

import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;

/** What carries a command through: Spokes in processes of their own, or this very thread. */
interface Engine {

    /** Processes a final status, in the thread that called {@code manage}. */
    @FunctionalInterface
    interface StatusSink {
        /**
         * Called once a task.
         *
         * @return false if the command must be given up; no further status is offered then
         */
        boolean accept(HubEffect.TaskFinal status);
    }

    /**
     * Runs a command to its conclusion.
     *
     * @param spec the command
     * @param sink called in this thread
     * @return the conclusion
     * @throws InterruptedException if this thread was interrupted: the command was given up, and has concluded
     */
    HubEffect.Concluded run(CommandSpec spec, StatusSink sink) throws InterruptedException;

    /** The longest payload, in bytes. */
    int maxPayloadLength();

    /** Ends the session. Idempotent. */
    void close();
}

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
         * @throws Exception what the user's callback threw
         */
        void accept(HubEffect.TaskFinal status) throws Exception;
    }

    /**
     * Runs a command to its conclusion.
     *
     * @param spec the command
     * @param sink called in this thread; after it threw once, it is called for the remaining statuses all the same, and may not
     *     run user code for them
     * @return the conclusion
     * @throws InterruptedException if this thread was interrupted; the command has concluded all the same
     */
    HubEffect.Concluded run(CommandSpec spec, StatusSink sink) throws Exception;

    /** The longest payload, in bytes. */
    int maxPayloadLength();

    /** Ends the session. Idempotent. */
    void close();
}

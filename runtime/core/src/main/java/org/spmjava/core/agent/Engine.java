package org.spmjava.core.agent;

import java.util.Optional;
import java.util.function.Consumer;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;

/** What carries a command through: Spokes in processes of their own, or this very thread. */
interface Engine {

    /** Hands to the user's code what concerns it, in the thread that called {@code manage}. */
    @FunctionalInterface
    interface CommandSink {
        /**
         * Called for each {@link HubEffect.TaskFinal}, {@link HubEffect.Spoken} and {@link HubEffect.Combined}.
         *
         * @param effect what happened
         * @param hub takes what the user's code does about it
         * @return false if the command must be given up; nothing further is offered then
         */
        boolean accept(HubEffect effect, Consumer<HubEvent> hub);
    }

    /**
     * Runs a command to its conclusion.
     *
     * @param spec the command
     * @param sink called in this thread
     * @return the conclusion
     * @throws InterruptedException if this thread was interrupted: the command was given up, and has concluded
     */
    HubEffect.Concluded run(CommandSpec spec, CommandSink sink) throws InterruptedException;

    /** The time, in nanoseconds of the clock by which commands are managed. */
    default long nowNs() {
        return System.nanoTime();
    }

    /**
     * Asks the Hub's core about a task of the command that is online; from any thread.
     *
     * @param task the task's number
     * @return the answer, or empty if there was none in time
     * @throws InterruptedException if this thread was interrupted
     */
    Optional<HubEffect.Explained> explain(int task) throws InterruptedException;

    /** The longest payload, in bytes. */
    int maxPayloadLength();

    /** Ends the session. Idempotent. */
    void close();
}

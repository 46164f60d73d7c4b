package org.spmjava.core.message;

import java.util.List;

/** What the Hub says to a Spoke. */
public sealed interface HubMessage {

    /**
     * A command has acquired the Spoke; its assignments follow.
     *
     * @param command the command's number
     * @param definition the binary name of the generated definition class
     * @param fingerprint the fingerprint of the typedef as the Hub knows it
     * @param rank the order in which the command acquired the Spoke's slot, from 0
     */
    record Begin(int command, String definition, long fingerprint, int rank) implements HubMessage {}

    /**
     * All Spokes of the command have been acquired, and are one unit: what they send each other goes among them alone.
     *
     * @param command the command's number
     * @param incarnations in the order of their ranks
     */
    record Unit(int command, List<Long> incarnations) implements HubMessage {

        /** Copies the list. */
        public Unit {
            incarnations = List.copyOf(incarnations);
        }
    }

    /**
     * A task to evaluate after those that were assigned before.
     *
     * @param command the command's number
     * @param attempt the attempt's number, unique in the session
     * @param timeoutNs how long the task may take from the moment it starts, preloading included
     * @param work what to do with it
     * @param payload the encoded payload; empty if what was kept is combined
     */
    record Assign(int command, long attempt, long timeoutNs, Work work, byte[] payload) implements HubMessage {

        /** A task whose return value is reported. */
        public Assign(int command, long attempt, long timeoutNs, byte[] payload) {
            this(command, attempt, timeoutNs, Work.EVALUATE, payload);
        }
    }

    /**
     * The answer to a question of the task that is being evaluated.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param request the question's number within the attempt
     * @param answer the encoded answer
     */
    record Reply(int command, long attempt, int request, byte[] answer) implements HubMessage {}

    /**
     * The Hub has no answer to a question, and never will.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param request the question's number within the attempt
     * @param reason why, in one line
     */
    record Refusal(int command, long attempt, int request, String reason) implements HubMessage {}

    /**
     * Every assignment that has not started is to be given back.
     *
     * @param command the command's number
     */
    record Recall(int command) implements HubMessage {}

    /**
     * The command is over: whatever is left of it at the Spoke is to be forgotten, and {@link SpokeMessage.Released}
     * said.
     *
     * @param command the command's number
     */
    record Release(int command) implements HubMessage {}

    /** The session ends: the Spoke's process is to exit. */
    record Shutdown() implements HubMessage {}
}

package org.spmjava.api;

/** Told what happens in a session. Every method does nothing unless overridden. */
public interface SessionObserver {

    /**
     * A command entered a phase.
     *
     * @param command the command's number
     * @param phase the phase
     */
    default void onPhase(int command, Phase phase) {}

    /**
     * A command's progress: called after changes, not necessarily after each of them.
     *
     * @param command the command's number
     * @param concluded how many tasks have their final status
     * @param total how many tasks there are
     */
    default void onProgress(int command, int concluded, int total) {}

    /**
     * A Spoke joined the session.
     *
     * @param spoke who joined
     */
    default void onSpokeJoined(SpokeIdentity spoke) {}

    /**
     * A Spoke left the session.
     *
     * @param spoke who left
     * @param reason why, in one line
     */
    default void onSpokeLeft(SpokeIdentity spoke, String reason) {}

    /** The phases of a command, printed as the source prints them. */
    enum Phase {
        /** The Hub waits for the minimum number of Spokes. */
        WAITING_FOR_SPOKES("Waiting - ForSpokes"),
        /** Tasks are being evaluated. */
        TASKS_EVAL("Tasks - Eval"),
        /** Every task has its final status. */
        TASKS_EVAL_DONE("Tasks - EvalDone");

        private final String display;

        Phase(String display) {
            this.display = display;
        }

        /** The phase as the source's status lines show it. */
        @Override
        public String toString() {
            return display;
        }
    }
}

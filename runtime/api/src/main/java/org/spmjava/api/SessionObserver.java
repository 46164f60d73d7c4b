package org.spmjava.api;

import java.time.Duration;
import java.util.List;

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
     * A Spoke joined the session; told first of each that had joined before the observer came.
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

    /**
     * A task has its final status.
     *
     * @param command the command's number
     * @param task the task's number within the command, from 0
     * @param outcome how it ended
     */
    default void onTask(int command, int task, Conclusion.Outcome outcome) {}

    /**
     * A manager recognised an event. There are several of each task; only observers that override this cost anything.
     *
     * @param command the command's number
     * @param event the event
     * @param task the number of the task that it concerns, -1 if it concerns none in particular
     * @param interpretation what the manager makes of it
     */
    default void onEvent(int command, ManagerEvent event, int task, Interpretation interpretation) {}

    /**
     * A command has concluded, however it did.
     *
     * @param command the command's number
     * @param duration from its invocation to its conclusion
     * @param residue what could not be shown to be released; empty after a clean conclusion
     */
    default void onConcluded(int command, Duration duration, List<String> residue) {}

    /**
     * Events and ends of tasks were not told, since tens of thousands of them were waiting for observers that are
     * slower than the tasks. Other news are never left out.
     *
     * @param count how many, since this was told last
     */
    default void onMissed(long count) {}

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

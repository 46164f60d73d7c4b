package org.spmjava.api;

import java.time.Duration;
import java.util.List;

/** Told what happens in a session. Every method does nothing unless overridden. */
public interface SessionObserver {

    /**
     * A command is about to be managed; told before anything else of it.
     *
     * @param command the command's number
     * @param description what it is. It keeps all that was pushed in memory: take what is needed, and let it go
     */
    default void onCommand(int command, CommandDescription description) {}

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
     * The same, with the time. Whoever overrides this is not told by {@link #onSpokeJoined(SpokeIdentity)}.
     *
     * @param spoke who joined
     * @param at when, from the begin of the session by the clock of the Hub
     */
    default void onSpokeJoined(SpokeIdentity spoke, Duration at) {
        onSpokeJoined(spoke);
    }

    /**
     * A Spoke left the session.
     *
     * @param spoke who left
     * @param reason why, in one line
     */
    default void onSpokeLeft(SpokeIdentity spoke, String reason) {}

    /**
     * The same, with the time. Whoever overrides this is not told by {@link #onSpokeLeft(SpokeIdentity, String)}.
     *
     * @param spoke who left
     * @param at when, from the begin of the session by the clock of the Hub
     * @param reason why, in one line
     */
    default void onSpokeLeft(SpokeIdentity spoke, Duration at, String reason) {
        onSpokeLeft(spoke, reason);
    }

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
     * {@code manage} is about to return; not told of a command whose {@code manage} throws.
     *
     * @param conclusion what it returns: of all tasks, also of those whose end was not told
     */
    default void onManaged(Conclusion conclusion) {}

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

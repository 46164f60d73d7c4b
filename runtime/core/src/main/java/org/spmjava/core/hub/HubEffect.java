package org.spmjava.core.hub;

import java.util.List;
import java.util.SortedMap;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.tracker.Exit;

/** What the Hub's core wants done. */
public sealed interface HubEffect {

    /**
     * A Spoke's process is to be launched; its exit, or its failure to start, comes back as an event.
     *
     * @param slot for which slot
     * @param incarnation under which number
     */
    record Launch(int slot, long incarnation) implements HubEffect {}

    /**
     * A Spoke's process is to be ended by force.
     *
     * @param incarnation which
     */
    record Destroy(long incarnation) implements HubEffect {}

    /**
     * A message is to be sent, after those sent before; it may be forgotten if the Spoke is gone.
     *
     * @param incarnation to whom
     * @param message the message
     */
    record Send(long incarnation, HubMessage message) implements HubEffect {}

    /**
     * A Spoke has joined.
     *
     * @param spoke who
     */
    record SpokeJoined(SpokeIdentity spoke) implements HubEffect {}

    /**
     * A Spoke's process is gone.
     *
     * @param spoke who
     * @param exit how it ended
     */
    record SpokeLeft(SpokeIdentity spoke, Exit exit) implements HubEffect {}

    /**
     * A command entered a phase.
     *
     * @param command the command's number
     * @param phase the phase
     */
    record PhaseEntered(int command, Phase phase) implements HubEffect {}

    /**
     * A task has its final status, to be processed by the status callback.
     *
     * @param command the command's number
     * @param task the task's number
     * @param verdict the final status
     * @param spoke where it was, {@code null} if it was dropped
     * @param rank the Spoke's rank within the command, 0 if it was dropped
     * @param startNs when it began, from the command's invocation; if it was dropped, when that was
     * @param durationNs how long it took
     * @param result the encoded return value, {@code null} unless it returned; empty if the Spoke kept it
     * @param text what happened, empty if it returned
     * @param stackTrace the remote stack trace, empty if there is none
     */
    record TaskFinal(
            int command,
            int task,
            Verdict verdict,
            SpokeIdentity spoke,
            int rank,
            long startNs,
            long durationNs,
            byte[] result,
            String text,
            String stackTrace)
            implements HubEffect {}

    /**
     * A task asks or tells the Hub something, to be processed by a callback.
     *
     * @param command the command's number
     * @param task the task's number
     * @param spoke where it is
     * @param rank the Spoke's rank within the command
     * @param attempt the attempt
     * @param request the question's number within the attempt, 0 if no answer is awaited
     * @param signature what it is for
     * @param message the encoded question or message
     */
    record Spoken(
            int command,
            int task,
            SpokeIdentity spoke,
            int rank,
            long attempt,
            int request,
            String signature,
            byte[] message)
            implements HubEffect {}

    /**
     * A Spoke's share of what a command aggregated; told before the tasks' final statuses.
     *
     * @param command the command's number
     * @param rank the Spoke's rank
     * @param share the encoded share
     */
    record Combined(int command, int rank, byte[] share) implements HubEffect {}

    /**
     * A command has concluded: nothing of it is pending anywhere.
     *
     * @param command the command's number
     * @param spokes every Spoke that took part, by incarnation
     * @param residue what could not be shown to be released
     */
    record Concluded(int command, SortedMap<Long, SpokeIdentity> spokes, List<String> residue) implements HubEffect {}

    /**
     * The answer to {@link HubEvent.ExplanationAsked}.
     *
     * @param question the question's number
     * @param ended whether the task is final, so that its final status explains more
     * @param text one or a few sentences
     */
    record Explained(long question, boolean ended, String text) implements HubEffect {}

    /** The session has ended: no process is left. */
    record SessionOver() implements HubEffect {}
}

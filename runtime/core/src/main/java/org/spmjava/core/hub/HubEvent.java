package org.spmjava.core.hub;

import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.tracker.Exit;

/** What can happen to the Hub's core. */
public sealed interface HubEvent {

    /** Time has passed; to be told every few milliseconds. */
    record Tick() implements HubEvent {}

    /**
     * A manager was invoked, and the Hub is online. There must be no other command.
     *
     * @param spec the command
     */
    record CommandInvoked(CommandSpec spec) implements HubEvent {}

    /**
     * The user's thread has returned from callbacks.
     *
     * @param command the command's number
     * @param callbacks how many have returned since the command was invoked
     */
    record CallbacksReturned(int command, int callbacks) implements HubEvent {}

    /**
     * A callback has answered a question of a task, or cannot.
     *
     * @param command the command's number
     * @param incarnation who asked
     * @param attempt the attempt that asked
     * @param request the question's number within the attempt
     * @param answer the encoded answer, {@code null} if there is none
     * @param refusal why there is none, in one line; empty if there is one
     */
    record Answered(int command, long incarnation, long attempt, int request, byte[] answer, String refusal)
            implements HubEvent {}

    /**
     * A callback says that no further task is to start.
     *
     * @param command the command's number
     */
    record CommandStopped(int command) implements HubEvent {}

    /**
     * A callback threw, or the user's thread was interrupted: no callback will be called any more.
     *
     * @param command the command's number
     * @param reason what happened, in one line
     */
    record CommandAborted(int command, String reason) implements HubEvent {}

    /**
     * A message arrived. All that a process sent must be told before its exit.
     *
     * @param incarnation who sent it
     * @param message the message
     */
    record Received(long incarnation, SpokeMessage message) implements HubEvent {}

    /**
     * A Spoke was not told of a command before it was to be told of its end, and so nothing of it is there: it counts
     * as having acknowledged, but not as having been heard.
     *
     * @param incarnation the Spoke
     * @param command the command's number
     */
    record NeverBegan(long incarnation, int command) implements HubEvent {}

    /**
     * A Spoke's process has ended, or could not be started.
     *
     * @param incarnation which
     * @param exit how
     */
    record SpokeExited(long incarnation, Exit exit) implements HubEvent {}

    /**
     * Somebody asks why a task does not run, or where it does.
     *
     * @param question the question's number
     * @param task the task's number
     */
    record ExplanationAsked(long question, int task) implements HubEvent {}

    /** The session ends: a command that is online is ended by force, then every Spoke. */
    record SessionEnded() implements HubEvent {}
}

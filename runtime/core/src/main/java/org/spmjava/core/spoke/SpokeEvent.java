package org.spmjava.core.spoke;

import org.spmjava.api.Verdict;
import org.spmjava.core.message.HubMessage;

/** What can happen to a Spoke's core. */
public sealed interface SpokeEvent {

    /**
     * The process is up and its transport connected.
     *
     * @param host its host's name
     */
    record Started(String host) implements SpokeEvent {}

    /**
     * The Hub said something.
     *
     * @param message what
     */
    record Received(HubMessage message) implements SpokeEvent {}

    /** The task that is being evaluated begins to preload. */
    record Preloading() implements SpokeEvent {}

    /** The task that is being evaluated has preloaded, and its evaluator is about to be called. */
    record Online() implements SpokeEvent {}

    /**
     * The evaluator asks the Hub, and waits.
     *
     * @param signature what it asks for
     * @param question the encoded question
     */
    record Asks(String signature, byte[] question) implements SpokeEvent {}

    /**
     * The evaluator tells the Hub something.
     *
     * @param signature what it is for
     * @param message the encoded message
     */
    record Tells(String signature, byte[] message) implements SpokeEvent {}

    /**
     * The evaluator returned.
     *
     * @param result the encoded return value
     */
    record Returned(byte[] result) implements SpokeEvent {}

    /**
     * A throwable left the code of the task.
     *
     * @param verdict an Uncaught, or a Fatal if the process cannot be trusted any more
     * @param text what happened, in one line
     * @param stackTrace the stack trace
     */
    record Threw(Verdict verdict, String text, String stackTrace) implements SpokeEvent {}

    /** Time has passed; to be told every few milliseconds, also while a task is being evaluated. */
    record Tick() implements SpokeEvent {}
}

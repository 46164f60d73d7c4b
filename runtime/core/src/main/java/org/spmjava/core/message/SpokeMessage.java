package org.spmjava.core.message;

import java.util.List;
import org.spmjava.api.Verdict;

/** What a Spoke says to the Hub. */
public sealed interface SpokeMessage {

    /**
     * The Spoke is up.
     *
     * @param protocol the version of this protocol that it speaks
     * @param host its host's name
     */
    record Join(int protocol, String host) implements SpokeMessage {}

    /** The Spoke is alive; said whether it evaluates or not. */
    record Heartbeat() implements SpokeMessage {}

    /** What concerns an attempt: stale unless that attempt is the one that runs. */
    sealed interface OfAttempt extends SpokeMessage {

        /**
         * The command's number.
         *
         * @return from 1
         */
        int command();

        /**
         * The attempt's number.
         *
         * @return unique in the command
         */
        long attempt();
    }

    /**
     * A task has started to preload.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     */
    record Loading(int command, long attempt) implements OfAttempt {}

    /**
     * A task that had to preload has done so, and its evaluator is about to be called.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     */
    record Online(int command, long attempt) implements OfAttempt {}

    /**
     * The evaluator returned; the Spoke is offline again.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param durationNs how long the task took
     * @param result the encoded return value
     */
    record Returned(int command, long attempt, long durationNs, byte[] result) implements OfAttempt {}

    /**
     * The task ended prematurely, and the Spoke lived to tell.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param durationNs how long the task took
     * @param verdict any but {@link Verdict#RETURNED} and {@link Verdict#DROPPED}
     * @param text what happened, in one line
     * @param stackTrace the throwable's stack trace, empty if there was none
     */
    record Failed(int command, long attempt, long durationNs, Verdict verdict, String text, String stackTrace)
            implements OfAttempt {}

    /**
     * The answer to {@link HubMessage.Recall}: these assignments have not started, and will not.
     *
     * @param command the command's number
     * @param attempts the attempts' numbers
     */
    record Recalled(int command, List<Long> attempts) implements SpokeMessage {

        /** Copies the list. */
        public Recalled {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * The task that is being evaluated asks the Hub, and waits for a {@link HubMessage.Reply}.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param request the question's number within the attempt, from 1
     * @param signature what is asked for
     * @param question the encoded question
     */
    record Asked(int command, long attempt, int request, String signature, byte[] question) implements OfAttempt {}

    /**
     * The task that is being evaluated tells the Hub something.
     *
     * @param command the command's number
     * @param attempt the attempt's number
     * @param signature what it is for
     * @param message the encoded message
     */
    record Told(int command, long attempt, String signature, byte[] message) implements OfAttempt {}

    /**
     * Nothing of a command is left at this Spoke, nor on its way from it.
     *
     * @param command the command's number
     */
    record Released(int command) implements SpokeMessage {}
}

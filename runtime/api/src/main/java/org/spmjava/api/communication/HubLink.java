package org.spmjava.api.communication;

/**
 * What a task of limited grain may do: turn to the Hub. Used by the evaluator's thread alone, and during the evaluation
 * alone.
 *
 * <p>A task that waits here is ended by its deadline like any other.
 */
public interface HubLink {

    /**
     * Asks the Hub, and waits for the answer.
     *
     * @param what what is asked for; the Hub must have a handler for it
     * @param question the question
     * @param <Q> the questions' type
     * @param <A> the answers' type
     * @return the answer
     * @throws org.spmjava.api.error.SPMInvariantViolation if the Hub has no handler for it, or the evaluation is over,
     *     or another thread than the evaluator's calls
     * @throws IllegalArgumentException if the question is too long to be sent
     */
    <Q, A> A ask(RequestReply<Q, A> what, Q question);

    /**
     * Tells the Hub something, and goes on; waits only where the Hub's handlers are more than a megabyte behind. The
     * Hub processes it before the task's final status.
     *
     * @param what what it is for; the Hub must have a handler for it
     * @param message the message
     * @param <T> the messages' type
     * @throws org.spmjava.api.error.SPMInvariantViolation if the evaluation is over, or another thread than the
     *     evaluator's calls
     * @throws IllegalArgumentException if the message is too long to be sent
     */
    <T> void tell(Channel<T> what, T message);
}

package org.spmjava.api.communication;

import org.spmjava.api.RunningTask;

/**
 * Answers what tasks ask: on the Hub, online, in the thread that called {@code manage}.
 *
 * @param <P> the payload
 * @param <Q> the questions' type
 * @param <A> the answers' type
 */
@FunctionalInterface
public interface AskHandler<P, Q, A> {

    /**
     * Called once for each question, in the order of their arrival.
     *
     * @param from the task that asks
     * @param question what it asks
     * @return the answer
     * @throws Exception if the command cannot go on, as out of a status callback
     */
    A onAsk(RunningTask<P> from, Q question) throws Exception;
}

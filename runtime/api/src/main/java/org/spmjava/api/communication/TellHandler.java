package org.spmjava.api.communication;

import org.spmjava.api.RunningTask;

/**
 * Processes what tasks tell: on the Hub, online, in the thread that called {@code manage}.
 *
 * @param <P> the payload
 * @param <T> the messages' type
 */
@FunctionalInterface
public interface TellHandler<P, T> {

    /**
     * Called once for each message, in the order of their arrival.
     *
     * @param from the task that tells
     * @param message what it tells
     * @throws Exception if the command cannot go on, as out of a status callback
     */
    void onTell(RunningTask<P> from, T message) throws Exception;
}

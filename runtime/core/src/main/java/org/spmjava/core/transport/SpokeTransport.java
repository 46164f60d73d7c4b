package org.spmjava.core.transport;

import java.nio.ByteBuffer;

/** A Spoke's side; its only peer is the Hub. */
public interface SpokeTransport extends AutoCloseable {

    /**
     * Sends a message to the Hub.
     *
     * @param message from its position to its limit, both of which stay as they are
     * @return what became of it
     * @throws IllegalArgumentException if the message is longer than {@link #maxMessageLength()}
     */
    SendResult send(ByteBuffer message);

    /**
     * Hands over messages that have arrived from the Hub.
     *
     * @param handler gets each of them
     * @param limit how many at the most
     * @return how many were handed over
     */
    int poll(Handler handler, int limit);

    /**
     * Does what the transport itself has to do: to be called every few milliseconds.
     *
     * @return 0 if there was nothing to do
     */
    int doWork();

    /**
     * Whether all that was sent has left this process, so that nothing of it is lost if the process ends now.
     *
     * @return false while the rest of a message waits for room
     */
    boolean isFlushed();

    /**
     * Whether the Hub can no longer be reached through this transport, for good.
     *
     * @return true also if this process was stopped for so long that it was given up
     */
    boolean isClosed();

    /**
     * The longest message.
     *
     * @return in bytes
     */
    int maxMessageLength();

    /** Frees everything. Idempotent. */
    @Override
    void close();

    /** Receives messages. */
    @FunctionalInterface
    interface Handler {
        /**
         * Called for each message. What it throws is not caught, and the message counts as handed over.
         *
         * @param message from its position to its limit, valid during the call only
         */
        void onMessage(ByteBuffer message);
    }
}

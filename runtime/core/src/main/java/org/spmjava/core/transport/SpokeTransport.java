package org.spmjava.core.transport;

import java.nio.ByteBuffer;

/** A Spoke's side: the way to the Hub, and links to other Spokes, each by its incarnation's number. */
public interface SpokeTransport extends AutoCloseable, Parking {

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
     * Sends a message to another Spoke. The first one opens the link to it; until that is there, which may take
     * milliseconds, and while it is full, there is {@link SendResult#BACK_PRESSURE}.
     *
     * @param incarnation to whom
     * @param message from its position to its limit, both of which stay as they are
     * @return what became of it; {@link SendResult#CLOSED} once that Spoke has gone, has sent what makes no sense, or
     *     cannot be reached, and then for good
     * @throws IllegalArgumentException if the message is longer than {@link #maxMessageLength()}
     * @throws java.io.UncheckedIOException if the link cannot be opened, because the memory for it is not there, say;
     *     nothing of the message was taken, and the next call tries again
     */
    SendResult sendTo(long incarnation, ByteBuffer message);

    /**
     * Hands over messages that have arrived from other Spokes. They must be polled whether anybody waits for them or
     * not: what is not taken holds up its sender.
     *
     * @param handler gets each of them
     * @param limit how many at the most
     * @return how many were handed over
     */
    default int pollPeers(PeerHandler handler, int limit) {
        return pollPeers(handler, limit, 1);
    }

    /**
     * The same for one who spins: looks again and again until something is there.
     *
     * @param handler gets each message
     * @param limit how many at the most
     * @param looks how often at the most
     * @return how many were handed over
     */
    int pollPeers(PeerHandler handler, int limit, int looks);

    /**
     * Does what the transport itself has to do: to be called every few milliseconds.
     *
     * @return 0 if there was nothing to do
     */
    int doWork();

    /**
     * Whether all that was sent, to the Hub and to other Spokes, has left this process, so that nothing of it is lost
     * if the process ends now.
     *
     * @return false while the rest of a message waits for room
     */
    boolean isFlushed();

    /**
     * The same of what was sent to the Hub alone: what another Spoke does not take in concerns that Spoke's command,
     * and must not hold up the next one.
     *
     * @return false while the rest of a message to the Hub waits for room
     */
    boolean isFlushedToHub();

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

    /** Receives messages of other Spokes. */
    @FunctionalInterface
    interface PeerHandler {
        /**
         * Called for each message. What it throws is not caught, and the message counts as handed over.
         *
         * @param incarnation who sent it
         * @param message from its position to its limit, valid during the call only
         */
        void onMessage(long incarnation, ByteBuffer message);
    }
}

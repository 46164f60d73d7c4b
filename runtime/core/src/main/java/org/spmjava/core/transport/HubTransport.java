package org.spmjava.core.transport;

import java.nio.ByteBuffer;
import java.util.List;

/** The Hub's side. A peer is an incarnation of a Spoke, by its number. */
public interface HubTransport extends AutoCloseable, Parking {

    /**
     * Opens the way to a Spoke that is about to be launched.
     *
     * @param incarnation its number, never used before
     * @return the arguments by which the Spoke's process finds this Hub
     */
    List<String> open(long incarnation);

    /**
     * Gives up the way to a Spoke; what it sent before can still be polled. Idempotent.
     *
     * @param incarnation its number
     */
    void close(long incarnation);

    /**
     * Sends a message.
     *
     * @param incarnation to whom
     * @param message from its position to its limit, both of which stay as they are
     * @return what became of it
     * @throws IllegalArgumentException if the message is longer than {@link #maxMessageLength()}
     */
    SendResult send(long incarnation, ByteBuffer message);

    /**
     * Wakes a Spoke that has parked, because it will be sent a message in the next moment.
     *
     * @param incarnation who; nothing happens if it is awake, or there is no such peer
     */
    void rouse(long incarnation);

    /**
     * Hands over messages that have arrived.
     *
     * @param handler gets each of them
     * @param limit how many at the most
     * @return how many were handed over
     */
    int poll(Handler handler, int limit);

    /**
     * Hands over everything that has arrived from one Spoke, however much, and nothing of the others: for when its
     * process is known to be gone.
     *
     * @param incarnation its number
     * @param handler gets each message
     */
    void drain(long incarnation, Handler handler);

    /**
     * Does what the transport itself has to do: to be called every few milliseconds. May touch files, and so must not
     * be called by a thread that somebody may interrupt.
     *
     * @return 0 if there was nothing to do
     */
    int doWork();

    /**
     * Whether {@link #doWork()} is wanted at once: a peer waits for it, or soon will.
     *
     * @return false if the next few milliseconds do
     */
    boolean wantsWork();

    /**
     * The longest message.
     *
     * @return in bytes
     */
    int maxMessageLength();

    /** Frees everything, files included. Idempotent. */
    @Override
    void close();

    /** Receives messages. */
    @FunctionalInterface
    interface Handler {
        /**
         * Called for each message. What it throws is not caught, and the message counts as handed over.
         *
         * @param incarnation who sent it
         * @param message from its position to its limit, valid during the call only
         */
        void onMessage(long incarnation, ByteBuffer message);
    }
}

package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** The unit that a task belongs to, and the ways to its other members. Used by the evaluator's thread. */
public interface Peers {

    /**
     * This member's rank.
     *
     * @return from 0
     */
    int rank();

    /**
     * How many members there are.
     *
     * @return at least 1
     */
    int size();

    /**
     * The number of the command.
     *
     * @return what each message begins with
     */
    int command();

    /**
     * The longest message.
     *
     * @return in bytes
     */
    int maxMessageLength();

    /**
     * Sends a message.
     *
     * @param to the rank of another member
     * @param message from its position to its limit, both of which stay as they are
     * @return false if nothing of it was taken, because there is no room; true also if the member's process has gone
     *     and nobody will ever read it, as with a member whose task has ended
     * @throws java.io.UncheckedIOException if there is no way to it at the moment, for lack of memory
     */
    boolean send(int to, ByteBuffer message);

    /**
     * Whether a {@link #send} has found that a member's process has gone. Mostly that is everyone's end, but not if its
     * task had returned before.
     *
     * @param rank the member
     * @return true from then on; what it sent before may still arrive for a moment
     */
    boolean isGone(int rank);

    /**
     * Takes in what has arrived, and does what the ways out have to do.
     *
     * @return whether there was anything
     */
    boolean poll();

    /**
     * What has arrived so far and was not used up.
     *
     * @return always the same
     */
    Incoming incoming();

    /**
     * The time, for whoever waits.
     *
     * @return in nanoseconds of any clock that does not go backwards
     */
    long nowNs();

    /**
     * Nothing can be done at the moment: lets time pass, or others run.
     *
     * @param idleNs for how long nothing could be done
     * @param waiting what is waited for, for people, should anybody ask
     */
    void idle(long idleNs, Supplier<String> waiting);

    /** Nothing has come, and this member goes on without it: lets others run, where they cannot at the same time. */
    default void giveWay() {}
}

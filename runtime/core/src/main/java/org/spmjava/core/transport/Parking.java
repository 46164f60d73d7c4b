package org.spmjava.core.transport;

/**
 * How a thread waits for messages without being busy: an event count. The one that waits announces it, polls once more,
 * and only then parks; whoever sends looks after sending whether it was announced. So one of the two sees the other,
 * and no message is left lying while its receiver sleeps.
 *
 * <p>{@link #prepareToPark}, {@link #cancelPark} and {@link #park} are called by one thread at a time; {@link #wake} by
 * any. They may be called while another thread moves messages.
 */
public interface Parking {

    /**
     * Announces that this thread is about to park. It has to look once more for all that it waits for before it does,
     * since what came earlier wakes nobody. May be called again without harm.
     */
    void prepareToPark();

    /** Takes the announcement back: something was found, and nobody has to wake this thread. */
    void cancelPark();

    /**
     * Blocks until a message may have arrived, or a peer may need {@code doWork}, or {@link #wake} was called, each
     * since {@link #prepareToPark}; until the thread is interrupted, whose interrupt status stays as it is; or until
     * the time has passed. May return for no reason at all. The announcement is over then.
     *
     * @param timeoutNs how long at the most, in nanoseconds; rounded up to a millisecond
     */
    void park(long timeoutNs);

    /** Wakes the thread that has announced that it parks, or has parked; does nothing if none has. Never blocks. */
    void wake();
}

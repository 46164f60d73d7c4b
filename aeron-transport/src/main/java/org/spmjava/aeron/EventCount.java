package org.spmjava.aeron;

import java.lang.invoke.VarHandle;
import org.agrona.concurrent.AtomicBuffer;

/**
 * The word by which those who send learn whether the one that receives is parked: the number of its last announcement,
 * and whether that still holds. It lies in memory that all share.
 *
 * <p>The receiver announces, polls once more, and blocks. A sender sends, then looks, and if the announcement holds,
 * wakes the receiver and takes the announcement back. Between its two steps each has a full fence, so one of the two
 * sees what the other did first. A sender takes back what it saw and nothing newer, and only after it has woken the
 * receiver: if it dies in between, the next one wakes it again.
 */
final class EventCount {

    private static final int OFFSET = 0;
    private static final long PARKED = 1;

    private final AtomicBuffer words;

    EventCount(AtomicBuffer words) {
        this.words = words;
    }

    /** The receiver announces that it is about to block. */
    void announce() {
        long announced = ((words.getLongOpaque(OFFSET) >>> 1) + 1) << 1 | PARKED;
        // Atomic and not a mere store: everything that is read after it is read after it was seen.
        words.getAndSetLong(OFFSET, announced);
        // For processors on which that alone does not keep later plain reads behind it.
        VarHandle.fullFence();
    }

    /** The receiver is awake. */
    void takeBack() {
        words.putLongRelease(OFFSET, words.getLongOpaque(OFFSET) & ~PARKED);
    }

    /**
     * A sender looks, after it has sent.
     *
     * @return the announcement that holds, or 0
     */
    long look() {
        long seen = words.getLongOpaque(OFFSET);
        return (seen & PARKED) == 0 ? 0 : seen;
    }

    /** A sender has woken the receiver. */
    void woken(long announcement) {
        words.compareAndSetLong(OFFSET, announcement, announcement & ~PARKED);
    }
}

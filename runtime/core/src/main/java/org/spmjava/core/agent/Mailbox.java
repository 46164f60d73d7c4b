package org.spmjava.core.agent;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * From many threads to one. The reader stays hot for a moment before it parks, since waking a parked thread costs more
 * than most tasks do.
 */
final class Mailbox<T> {

    private static final long HOT_NS = 200_000;
    private static final long LONGEST_PARK_NS = 100_000_000;

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private volatile Thread parked;

    void put(T item) {
        queue.add(item);
        wake();
    }

    void wake() {
        Thread reader = parked;
        if (reader != null) {
            LockSupport.unpark(reader);
        }
    }

    /** The next item, or {@code null} if there is none now. */
    T poll() {
        return queue.poll();
    }

    /** Waits for an item, an interrupt, or for a while: returns {@code null} then. */
    T await() {
        T item = queue.poll();
        long sinceNs = System.nanoTime();
        while (item == null && System.nanoTime() - sinceNs < HOT_NS) {
            Thread.yield();
            item = queue.poll();
        }
        if (item == null) {
            park(LONGEST_PARK_NS);
            item = queue.poll();
        }
        return item;
    }

    /** Parks the reader until there is an item, {@link #wake}, an interrupt, or the time has passed. */
    void park(long timeoutNs) {
        parked = Thread.currentThread();
        try {
            // Looked at again after the flag is up: an item put before that would wake nobody.
            if (queue.isEmpty()) {
                LockSupport.parkNanos(this, timeoutNs);
            }
        } finally {
            parked = null;
        }
    }
}

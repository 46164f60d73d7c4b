package org.spmjava.benchmarks.speed;

import java.util.concurrent.locks.LockSupport;

/** Time in which nothing is done: not a wait for anything, but what is measured. */
public final class Pause {

    private Pause() {}

    /** Does nothing for that long, interrupted or not. */
    public static void ofNanos(long durationNs) {
        long endNs = System.nanoTime() + durationNs;
        for (long leftNs = durationNs; leftNs > 0; leftNs = endNs - System.nanoTime()) {
            LockSupport.parkNanos(leftNs);
        }
    }
}

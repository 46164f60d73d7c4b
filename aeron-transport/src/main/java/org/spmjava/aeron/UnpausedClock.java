package org.spmjava.aeron;

import org.agrona.concurrent.NanoClock;

/**
 * A clock that does not see pauses: between two readings, at most a given time passes on it.
 *
 * <p>For the Hub's own client, which Aeron closes for good after a pause (Ctrl-Z, a debugger, a laptop's lid). Its
 * driver was paused along with it, so there is nothing to be fenced off from, and the Hub can go on with new Spokes.
 */
final class UnpausedClock implements NanoClock {

    private final long maxStepNs;
    private final NanoClock clock;
    private long lastNs;
    private long nowNs;

    UnpausedClock(long maxStepNs, NanoClock clock) {
        this.maxStepNs = maxStepNs;
        this.clock = clock;
        this.lastNs = clock.nanoTime();
    }

    @Override
    public long nanoTime() {
        long readNs = clock.nanoTime();
        nowNs += Math.min(readNs - lastNs, maxStepNs);
        lastNs = readNs;
        return nowNs;
    }
}

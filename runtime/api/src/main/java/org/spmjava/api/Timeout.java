package org.spmjava.api;

import java.time.Duration;

/**
 * A deadline as a remaining duration: it begins to run when the thing it bounds begins.
 *
 * @param durationNs how long, in nanoseconds; at least 1
 */
public record Timeout(long durationNs) {

    /** Checks the duration. */
    public Timeout {
        if (durationNs < 1) {
            throw new IllegalArgumentException("a timeout is at least 1 ns, not " + durationNs);
        }
    }

    /**
     * A timeout of a duration.
     *
     * @param duration at least 1 ns; beyond 292 years it is cut to that
     * @return the timeout
     */
    public static Timeout after(Duration duration) {
        try {
            return new Timeout(duration.toNanos());
        } catch (ArithmeticException beyondLong) {
            return new Timeout(duration.isNegative() ? -1 : Long.MAX_VALUE);
        }
    }

    /**
     * A timeout of whole seconds.
     *
     * @param seconds at least 1
     * @return the timeout
     */
    public static Timeout afterSeconds(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    /**
     * A timeout of whole milliseconds.
     *
     * @param millis at least 1
     * @return the timeout
     */
    public static Timeout afterMillis(long millis) {
        return after(Duration.ofMillis(millis));
    }

    /**
     * The timeout as a duration.
     *
     * @return the same length of time
     */
    public Duration toDuration() {
        return Duration.ofNanos(durationNs);
    }

    @Override
    public String toString() {
        return "after " + toDuration();
    }
}

package org.spmjava.benchmarks.speed;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What the median of ours has to reach. */
public sealed interface Target {

    /** No target: the figure is there to be seen. */
    static Target none() {
        return new None();
    }

    /** At most so much, in the figure's unit. */
    static Target atMost(double limit) {
        return new AtMost(limit);
    }

    /** At least so much, in the figure's unit. */
    static Target atLeast(double limit) {
        return new AtLeast(limit);
    }

    /** At most so many times the median of a peer in the same run. */
    static Target atMostTimes(double factor, String peer) {
        return new AtMostTimes(factor, peer);
    }

    /** For people: for example {@code ≤ 15}; empty if there is none. */
    String text();

    /**
     * Whether it is met.
     *
     * @param ours the median of ours
     * @param peers the median of a contestant, by its name; empty if it was not measured
     * @return empty if there is no target, or nothing to hold ours against
     */
    Optional<Boolean> isMet(double ours, Function<String, Optional<Double>> peers);

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Double.toString(value);
    }

    /** See {@link #none}. */
    record None() implements Target {
        @Override
        public String text() {
            return "";
        }

        @Override
        public Optional<Boolean> isMet(double ours, Function<String, Optional<Double>> peers) {
            return Optional.empty();
        }
    }

    /** See {@link #atMost}. */
    record AtMost(double limit) implements Target {
        @Override
        public String text() {
            return "≤ " + number(limit);
        }

        @Override
        public Optional<Boolean> isMet(double ours, Function<String, Optional<Double>> peers) {
            return Optional.of(ours <= limit);
        }
    }

    /** See {@link #atLeast}. */
    record AtLeast(double limit) implements Target {
        @Override
        public String text() {
            return "≥ " + number(limit);
        }

        @Override
        public Optional<Boolean> isMet(double ours, Function<String, Optional<Double>> peers) {
            return Optional.of(ours >= limit);
        }
    }

    /** See {@link #atMostTimes}. */
    record AtMostTimes(double factor, String peer) implements Target {
        @Override
        public String text() {
            return "≤ " + number(factor) + " × " + peer;
        }

        @Override
        public Optional<Boolean> isMet(double ours, Function<String, Optional<Double>> peers) {
            return peers.apply(peer).map(theirs -> ours <= factor * theirs);
        }
    }
}

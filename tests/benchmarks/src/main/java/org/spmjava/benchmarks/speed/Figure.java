package org.spmjava.benchmarks.speed;

import java.util.Objects;

/**
 * What a line measures.
 *
 * @param name unique within its line, for example {@code p50}
 * @param unit for example {@code µs}
 * @param better which values are the better ones
 * @param target what ours has to reach
 */
public record Figure(String name, String unit, Better better, Target target) {

    /** Which values are the better ones. */
    public enum Better {
        /** Times, sizes. */
        LESS,
        /** Rates. */
        MORE
    }

    /** Refuses null. */
    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(better, "better");
        Objects.requireNonNull(target, "target");
    }

    /** A figure of which less is better. */
    public static Figure less(String name, String unit, Target target) {
        return new Figure(name, unit, Better.LESS, target);
    }

    /** A figure of which more is better. */
    public static Figure more(String name, String unit, Target target) {
        return new Figure(name, unit, Better.MORE, target);
    }

    /**
     * How many times as much ours costs as a peer: more than 1 if ours is the worse, whichever values are better.
     *
     * @return not a number if either is 0
     */
    public double ratio(double ours, double peers) {
        if (ours == 0 || peers == 0) {
            return Double.NaN;
        }
        return better == Better.LESS ? ours / peers : peers / ours;
    }
}

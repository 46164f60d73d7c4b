package org.spmjava.api;

import java.util.OptionalInt;

/** A bound on the degree of parallelism, or the pattern's default for it. */
public final class SpokeCount {

    /** As a minimum: 1. As a maximum: the pool's size. */
    public static final SpokeCount DEFAULT = new SpokeCount(OptionalInt.empty());

    private final OptionalInt count;

    private SpokeCount(OptionalInt count) {
        this.count = count;
    }

    /**
     * An explicit bound.
     *
     * @param count at least 1
     * @return the bound
     * @throws IllegalArgumentException if the count is below 1
     */
    public static SpokeCount of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a number of Spokes is at least 1, not " + count);
        }
        return new SpokeCount(OptionalInt.of(count));
    }

    /**
     * The explicit bound, or a given one in place of the default.
     *
     * @param whenDefault what the default means here
     * @return the bound
     */
    public int orElse(int whenDefault) {
        return count.orElse(whenDefault);
    }

    @Override
    public String toString() {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "default";
    }
}

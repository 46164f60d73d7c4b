package org.spmjava.testing.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance in a simulation, drawn from its seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether one case in so many has come. */
    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** A number from 0 on, below the bound; 0 if the bound is. */
    int below(int bound) {
        return bound == 0 ? 0 : random.nextInt(bound);
    }

    /** A number from 0 on, below the bound; 0 if the bound is. */
    long below(long bound) {
        return bound == 0 ? 0 : random.nextLong(bound);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A fraction, from 0 on, below 1. */
    double fraction() {
        return random.nextDouble();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The time until what happens so often happens next, in nanoseconds; at least 1. */
    long untilNextNs(double timesASecond) {
        return 1 + (long) (-Math.log(1 - random.nextDouble()) / timesASecond * 1e9);
    }
}

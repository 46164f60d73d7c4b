package org.spmjava.examples.samplesort;

import java.util.stream.IntStream;

/** The numbers to be sorted: any task can make any part of them. */
public final class Numbers {

    private Numbers() {}

    /**
     * A part of the sequence of a seed.
     *
     * @param seed the seed
     * @param from the first number's place
     * @param to the place after the last number
     * @return the numbers
     */
    public static long[] of(long seed, int from, int to) {
        return IntStream.range(from, to).mapToLong(place -> mix(seed + place)).toArray();
    }

    /** The finaliser of MurmurHash3, by A. Appleby; shifted, so that some numbers occur more than once. */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (mixed ^ mixed >>> 33) >> 44;
    }
}

package org.spmjava.examples.graph.kernel;

import java.util.Arrays;

/** As many bits as are wanted. */
final class Bits {

    private final long[] words;

    Bits(int count) {
        words = new long[count / Long.SIZE + 1];
    }

    boolean get(int place) {
        return (words[place >>> 6] >>> place & 1) != 0;
    }

    void set(int place) {
        words[place >>> 6] |= 1L << place;
    }

    void clear() {
        Arrays.fill(words, 0);
    }

    /** The bits of some places, one behind the other. */
    long[] gather(int[] places) {
        long[] gathered = new long[(places.length + 63) >>> 6];
        for (int i = 0; i < places.length; i++) {
            gathered[i >>> 6] |= (words[places[i] >>> 6] >>> places[i] & 1) << i;
        }
        return gathered;
    }

    /** Replaces bits by others; in {@code values}, those behind the count are 0. */
    void put(int place, int count, long[] values) {
        int shift = place & 63;
        int word = place >>> 6;
        for (int i = 0; i < values.length; i++) {
            int many = Math.min(Long.SIZE, count - i * Long.SIZE);
            long mask = many == Long.SIZE ? -1L : (1L << many) - 1;
            words[word + i] = words[word + i] & ~(mask << shift) | values[i] << shift;
            if (shift + many > Long.SIZE) {
                words[word + i + 1] =
                        words[word + i + 1] & ~(mask >>> Long.SIZE - shift) | values[i] >>> Long.SIZE - shift;
            }
        }
    }
}

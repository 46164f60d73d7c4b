package org.spmjava.examples.graph.kernel;

import java.util.Arrays;

/**
 * A set of numbers from 0, as bits: it knows how many of its members are less than one, and which is the one of that
 * place. G. Jacobson, <i>Space-efficient static trees and graphs</i>, FOCS 1989.
 */
final class VertexSet {

    private final long[] words;
    private final int[] before;
    private final int size;

    VertexSet(long[] words) {
        this.words = words;
        before = new int[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            before[i] = count;
            count += Long.bitCount(words[i]);
        }
        size = count;
    }

    /** As many words as hold bits for numbers less than a bound. */
    static long[] words(long bound) {
        return new long[Math.toIntExact((bound + 63) >>> 6)];
    }

    int size() {
        return size;
    }

    /** How many members are less than a number, for which there is a bit. */
    int rank(int number) {
        int word = number >>> 6;
        return before[word] + Long.bitCount(words[word] & (1L << number) - 1);
    }

    boolean contains(int number) {
        return number >>> 6 < words.length && (words[number >>> 6] >>> number & 1) != 0;
    }

    /** The member that has so many members before it. */
    int select(int rank) {
        int word = Arrays.binarySearch(before, rank);
        if (word < 0) {
            word = -word - 2;
        }
        // Words without members have the same count before them as the one that holds it, which is the last of them.
        while (word + 1 < before.length && before[word + 1] <= rank) {
            word++;
        }
        long left = words[word];
        for (int skip = rank - before[word]; skip > 0; skip--) {
            left &= left - 1;
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }

    int[] toArray() {
        int[] members = new int[size];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                members[count++] = (i << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return members;
    }
}

package org.spmjava.examples.graph.kernel;

import java.util.Arrays;

/** A set of pairs of numbers from 0. */
final class PairSet {

    private static final long NONE = -1;

    private long[] table = new long[64];
    private int size;
    private long last = NONE;

    PairSet() {
        Arrays.fill(table, NONE);
    }

    void add(int left, int right) {
        long pair = (long) left << 32 | right;
        if (pair == last) {
            return;
        }
        last = pair;
        if (insert(table, pair) && 2 * ++size > table.length) {
            long[] old = table;
            table = new long[2 * old.length];
            Arrays.fill(table, NONE);
            for (long kept : old) {
                if (kept != NONE) {
                    insert(table, kept);
                }
            }
        }
    }

    private static boolean insert(long[] table, long pair) {
        long mixed = pair * 0x9e3779b97f4a7c15L;
        int place = (int) (mixed >>> 32) & table.length - 1;
        while (table[place] != NONE) {
            if (table[place] == pair) {
                return false;
            }
            place = place + 1 & table.length - 1;
        }
        table[place] = pair;
        return true;
    }

    /** One pair behind the other. */
    int[] toArray() {
        int[] pairs = new int[2 * size];
        int count = 0;
        for (long pair : table) {
            if (pair != NONE) {
                pairs[count++] = (int) (pair >>> 32);
                pairs[count++] = (int) pair;
            }
        }
        return pairs;
    }
}

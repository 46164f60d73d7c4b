package org.spmjava.benchmarks.taskbench;

/** SipHash-2-4 of whole words, with the key of Task Bench: the bytes 1, 2, … 15, 0. */
final class SipHash {

    private static final long KEY_0 = 0x0807060504030201L;
    private static final long KEY_1 = 0x000F0E0D0C0B0A09L;
    private static final double TO_UNIT = 0x1p-64;
    private static final double TWO_TO_63 = 0x1p63;

    private long v0 = KEY_0 ^ 0x736F6D6570736575L;
    private long v1 = KEY_1 ^ 0x646F72616E646F6DL;
    private long v2 = KEY_0 ^ 0x6C7967656E657261L;
    private long v3 = KEY_1 ^ 0x7465646279746573L;

    private SipHash() {}

    /** The hash of words, each of which counts as eight bytes, little endian. */
    static long of(long... words) {
        SipHash state = new SipHash();
        for (long word : words) {
            state.compress(word);
        }
        state.compress((long) words.length * Long.BYTES << 56);
        state.v2 ^= 0xFF;
        for (int round = 0; round < 4; round++) {
            state.round();
        }
        return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
    }

    /** The hash as a number from 0 to 1. */
    static double uniform(long... words) {
        long hash = of(words);
        double unsigned = hash >= 0 ? hash : (hash & Long.MAX_VALUE) + TWO_TO_63;
        return unsigned * TO_UNIT;
    }

    private void compress(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}

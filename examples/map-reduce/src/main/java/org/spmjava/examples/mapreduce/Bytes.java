package org.spmjava.examples.mapreduce;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Keys as bytes: their hash, their order, their equality, 8 bytes at a time. */
final class Bytes {

    /** How many bytes behind a key can be read, in arrays of our own. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** An odd number whose bits look random: the golden ratio's, as for Fibonacci hashing (Knuth, TAOCP 6.4). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Bytes() {}

    static long littleLong(byte[] bytes, int at) {
        return (long) LITTLE.get(bytes, at);
    }

    static long bigLong(byte[] bytes, int at) {
        return (long) BIG.get(bytes, at);
    }

    static void putBigLong(byte[] bytes, int at, long value) {
        BIG.set(bytes, at, value);
    }

    static int intAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    /** The last bytes of a key, fewer than 8, the first lowest; the rest is zero. */
    private static long tail(byte[] bytes, int at, int count) {
        if (at + Long.BYTES <= bytes.length) {
            return littleLong(bytes, at) & ((1L << (count << 3)) - 1);
        }
        long tail = 0;
        for (int i = count - 1; i >= 0; i--) {
            tail = tail << 8 | bytes[at + i] & 0xFF;
        }
        return tail;
    }

    /** The same on every Spoke. Both halves of its 32 bits are good. */
    static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        int rest = length;
        for (; rest >= Long.BYTES; rest -= Long.BYTES, at += Long.BYTES) {
            hash = (hash ^ littleLong(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        if (rest > 0) {
            hash ^= tail(bytes, at, rest);
        }
        hash *= MULTIPLIER;
        hash ^= hash >>> 29;
        hash *= MULTIPLIER;
        return (int) (hash >>> 32);
    }

    /** Whether two keys of one length are equal. */
    static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        int done = 0;
        for (; length - done >= Long.BYTES; done += Long.BYTES) {
            if (littleLong(left, leftFrom + done) != littleLong(right, rightFrom + done)) {
                return false;
            }
        }
        return length == done
                || tail(left, leftFrom + done, length - done) == tail(right, rightFrom + done, length - done);
    }

    /**
     * The first 8 bytes of a key, as a number whose signed order is the keys' order; a shorter key is filled with
     * zeros. Of keys with the same prefix it says nothing.
     */
    static long prefix(byte[] bytes, int from, int length) {
        long prefix = length >= Long.BYTES ? bigLong(bytes, from) : Long.reverseBytes(tail(bytes, from, length));
        return prefix ^ Long.MIN_VALUE;
    }

    static int compare(byte[] left, int leftFrom, int leftTo, byte[] right, int rightFrom, int rightTo) {
        return Arrays.compareUnsigned(left, leftFrom, leftTo, right, rightFrom, rightTo);
    }
}

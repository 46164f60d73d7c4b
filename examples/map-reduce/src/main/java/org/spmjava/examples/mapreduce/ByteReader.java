package org.spmjava.examples.mapreduce;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ByteWriter} wrote. */
public final class ByteReader {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = {};
    private int at;
    private int end;

    /** Begins anew, somewhere else. */
    ByteReader over(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        return this;
    }

    /**
     * How much is left.
     *
     * @return in bytes
     */
    public int remaining() {
        return end - at;
    }

    /**
     * Reads one byte.
     *
     * @return from 0 to 255
     * @throws IllegalStateException if there is none
     */
    public int readByte() {
        require(1);
        return bytes[at++] & 0xFF;
    }

    /**
     * Reads 8 bytes, the highest first.
     *
     * @return the number
     * @throws IllegalStateException if there are not so many
     */
    public long readLong() {
        require(Long.BYTES);
        long value = (long) LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    /**
     * Reads a number of 1 to 10 bytes.
     *
     * @return the number
     * @throws IllegalStateException if it does not end
     */
    public long readVarint() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = readByte();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next >= 0x80);
        return value;
    }

    /**
     * Reads a text that was written with its length.
     *
     * @return the text
     * @throws IllegalStateException if it does not end
     */
    public String readText() {
        return new String(readBytes(Math.toIntExact(readVarint())), StandardCharsets.UTF_8);
    }

    /**
     * Reads bytes.
     *
     * @param count how many
     * @return a copy
     * @throws IllegalStateException if there are not so many
     */
    public byte[] readBytes(int count) {
        require(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    private void require(int count) {
        if (count < 0 || end - at < count) {
            throw new IllegalStateException("a codec reads " + count + " bytes where " + (end - at) + " are left");
        }
    }
}

package org.spmjava.examples.mapreduce;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as they are written. */
public final class ByteWriter {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[64];
    private int length;

    /** Forgets what was written. */
    public void clear() {
        length = 0;
    }

    /**
     * How much was written.
     *
     * @return in bytes
     */
    public int length() {
        return length;
    }

    /** What was written, from index 0 on, until more is. */
    byte[] array() {
        return bytes;
    }

    /**
     * Writes one byte.
     *
     * @param value its lowest 8 bits count
     */
    public void writeByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /**
     * Writes 8 bytes, the highest first.
     *
     * @param value any
     */
    public void writeLong(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    /**
     * Writes a number in 1 to 10 bytes, fewer for small ones.
     *
     * @param value taken as unsigned
     */
    public void writeVarint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /**
     * Writes a text with its length, to be followed by more.
     *
     * @param text any
     */
    public void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeVarint(encoded.length);
        writeBytes(encoded);
    }

    /**
     * Writes bytes without their number.
     *
     * @param source all of it
     */
    public void writeBytes(byte[] source) {
        writeBytes(source, 0, source.length);
    }

    /**
     * Writes bytes without their number.
     *
     * @param source where they are
     * @param from the first
     * @param to the first after them
     */
    public void writeBytes(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /**
     * Writes a number for people, in decimal.
     *
     * @param value any
     * @param width with so many characters at least, blanks in front
     */
    public void writeDecimal(long value, int width) {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        for (int i = digits.length; i < width; i++) {
            writeByte(' ');
        }
        writeBytes(digits);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}

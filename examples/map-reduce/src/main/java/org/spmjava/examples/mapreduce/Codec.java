package org.spmjava.examples.mapreduce;

import java.nio.charset.StandardCharsets;

/**
 * How a value travels, between processes and over files.
 *
 * @param <T> the values
 */
public interface Codec<T> {

    /** Numbers, in 8 bytes that sort as they do. */
    Codec<Long> LONG = new Codec<>() {
        @Override
        public void write(Long value, ByteWriter out) {
            out.writeLong(value ^ Long.MIN_VALUE);
        }

        @Override
        public Long read(ByteReader in) {
            return in.readLong() ^ Long.MIN_VALUE;
        }
    };

    /** Text, as UTF-8, which sorts by code point. */
    Codec<String> TEXT = new Codec<>() {
        @Override
        public void write(String value, ByteWriter out) {
            out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String read(ByteReader in) {
            return new String(in.readBytes(in.remaining()), StandardCharsets.UTF_8);
        }
    };

    /** Bytes, as they are. */
    Codec<byte[]> BYTES = new Codec<>() {
        @Override
        public void write(byte[] value, ByteWriter out) {
            out.writeBytes(value);
        }

        @Override
        public byte[] read(ByteReader in) {
            return in.readBytes(in.remaining());
        }
    };

    /**
     * Writes a value.
     *
     * @param value never null
     * @param out takes its bytes
     */
    void write(T value, ByteWriter out);

    /**
     * Reads a value.
     *
     * @param in has what was written for one value, and nothing beyond
     * @return an equal value, which keeps none of the bytes
     */
    T read(ByteReader in);
}

package org.spmjava.core.communication;

import org.spmjava.api.closure.PayloadCodec;

/**
 * Memory for one value in its encoded form, and for what its message says besides, which is used again for the next
 * one. It grows as it is filled. Not thread-safe.
 */
public interface ValueBuffer {

    /** Empties it; memory that has become very large is given back. */
    void clear();

    /**
     * How much it is filled.
     *
     * @return in bytes
     */
    int length();

    /**
     * Its memory, filled from 0 on.
     *
     * @return longer than {@link #length}; another one once something was added
     */
    byte[] array();

    /**
     * Adds bytes, whose content is not defined.
     *
     * @param bytes how many
     * @return where they begin in {@link #array}
     */
    int extend(int bytes);

    /**
     * Encodes a value, and adds it.
     *
     * @param codec how
     * @param value the value
     * @param <T> its type
     */
    <T> void write(PayloadCodec<T> codec, T value);

    /**
     * Decodes the value with which it ends.
     *
     * @param codec how
     * @param start where the value begins
     * @param <T> its type
     * @return a new value, which shares nothing with this buffer
     * @throws RuntimeException if the bytes are none, or more than one
     */
    <T> T read(PayloadCodec<T> codec, int start);
}

package org.spmjava.core.communication;

import org.spmjava.api.closure.PayloadCodec;

/** Values to bytes and back. */
public interface Values {

    /**
     * Encodes a value.
     *
     * @param codec how
     * @param value the value
     * @param <T> its type
     * @return its bytes, which are the caller's
     */
    <T> byte[] encode(PayloadCodec<T> codec, T value);

    /**
     * Decodes a value.
     *
     * @param codec how
     * @param encoded what {@link #encode} returned
     * @param <T> the value's type
     * @return a new value
     * @throws RuntimeException if the bytes are none
     */
    <T> T decode(PayloadCodec<T> codec, byte[] encoded);

    /**
     * Makes memory for messages.
     *
     * @return empty, and the caller's
     */
    ValueBuffer buffer();
}

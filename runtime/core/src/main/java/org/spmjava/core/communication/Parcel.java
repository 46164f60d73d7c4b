package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import org.spmjava.api.closure.PayloadCodec;

/**
 * A message between members, in memory that is used again: the envelope of its first piece, and behind it the value in
 * its encoded form, written there and read from there without a copy. Not thread-safe.
 */
final class Parcel {

    private final ValueBuffer buffer;
    private ByteBuffer view = ByteBuffer.allocate(0);
    private int start;

    Parcel(ValueBuffer buffer) {
        this.buffer = buffer;
    }

    /** Empties it, but for room for an envelope. */
    void begin(int envelopeLength) {
        buffer.clear();
        buffer.extend(envelopeLength);
        start = envelopeLength;
    }

    /** Empties it again. */
    void rewind() {
        if (buffer.length() > start) {
            begin(start);
        }
    }

    <T> void write(PayloadCodec<T> codec, T value) {
        buffer.write(codec, value);
    }

    <T> T read(PayloadCodec<T> codec) {
        return buffer.read(codec, start);
    }

    void add(byte[] bytes) {
        int at = buffer.extend(bytes.length);
        System.arraycopy(bytes, 0, buffer.array(), at, bytes.length);
    }

    /** Adds what remains of a buffer, and uses it up. */
    void add(ByteBuffer bytes) {
        int length = bytes.remaining();
        int at = buffer.extend(length);
        bytes.get(buffer.array(), at, length);
    }

    /** A copy of the encoded value. */
    byte[] toByteArray() {
        byte[] copy = new byte[buffer.length() - start];
        System.arraycopy(buffer.array(), start, copy, 0, copy.length);
        return copy;
    }

    /** The encoded value, where it is. */
    ByteBuffer value() {
        return ByteBuffer.wrap(buffer.array(), start, buffer.length() - start);
    }

    /** Of the envelope and the value together. */
    int length() {
        return buffer.length();
    }

    /** A view of all, from 0 to {@link #length}: always the same one, valid until something is added. */
    ByteBuffer view() {
        byte[] array = buffer.array();
        if (view.array() != array) {
            view = ByteBuffer.wrap(array);
        }
        return view.clear().limit(buffer.length());
    }
}

package org.spmjava.core.agent;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireType;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;
import org.spmjava.core.communication.ValueBuffer;

/**
 * Values to Chronicle Wire's binary form and back. Buffers are kept and used again, since making and releasing them
 * takes longer than what happens in between. An instance is not thread-safe; decoding is, each thread having a buffer.
 */
public final class Wires implements ValueBuffer {

    private static final int INITIAL_CAPACITY = 1024;
    /** A buffer that grew beyond this for one large value is not kept. */
    private static final int MAX_KEPT = 1024 * 1024;

    private static final ThreadLocal<Wires> DECODING = new ThreadLocal<>();

    // On the heap, so that a wrong length is an exception and never an access outside the buffer.
    private Bytes<byte[]> scratch;
    private Wire wire;

    /** With a buffer of its own. */
    public Wires() {
        renew();
    }

    private void renew() {
        scratch = Bytes.allocateElasticOnHeap(INITIAL_CAPACITY);
        // Tasks of a serial session have a thread each, of which one runs at a time.
        scratch.singleThreadedCheckDisabled(true);
        wire = WireType.BINARY_LIGHT.apply(scratch);
    }

    /**
     * Encodes a value.
     *
     * @param codec how
     * @param value the value
     * @param <T> its type
     * @return its bytes, which are the caller's
     */
    public <T> byte[] encode(PayloadCodec<T> codec, T value) {
        try {
            wire.reset();
            codec.write(value, wire);
            return scratch.toByteArray();
        } finally {
            trim();
        }
    }

    /**
     * Encodes a value into this instance's buffer.
     *
     * @return how many bytes at the begin of {@link #buffer} it takes, until the next call
     */
    <T> int encodeHere(PayloadCodec<T> codec, T value) {
        trim();
        wire.reset();
        codec.write(value, wire);
        return (int) scratch.writePosition();
    }

    byte[] buffer() {
        return scratch.underlyingObject();
    }

    /**
     * Decodes a value.
     *
     * @param codec how
     * @param encoded what {@link #encode} returned
     * @param <T> the value's type
     * @return a new value
     * @throws RuntimeException if the bytes are none, or more than one
     */
    public static <T> T decode(PayloadCodec<T> codec, byte[] encoded) {
        Wires kept = DECODING.get();
        Wires wires = kept == null ? new Wires() : kept;
        // Taken away meanwhile: a codec may itself decode.
        DECODING.set(null);
        try {
            return wires.read(codec, encoded);
        } finally {
            wires.trim();
            DECODING.set(wires);
        }
    }

    private <T> T read(PayloadCodec<T> codec, byte[] encoded) {
        wire.reset();
        scratch.write(encoded);
        return read(codec, 0);
    }

    @Override
    public void clear() {
        trim();
        wire.reset();
    }

    @Override
    public int length() {
        return (int) scratch.writePosition();
    }

    @Override
    public byte[] array() {
        return buffer();
    }

    @Override
    public int extend(int bytes) {
        int start = length();
        scratch.ensureCapacity((long) start + bytes);
        scratch.writeSkip(bytes);
        return start;
    }

    @Override
    public <T> void write(PayloadCodec<T> codec, T value) {
        codec.write(value, wire);
    }

    @Override
    public <T> T read(PayloadCodec<T> codec, int start) {
        scratch.readPosition(start);
        T value = codec.read(wire);
        long left = scratch.readRemaining();
        if (left > 0) {
            throw new IllegalArgumentException(left + " bytes follow the value");
        }
        return value;
    }

    private void trim() {
        if (scratch.realCapacity() > MAX_KEPT) {
            renew();
        }
    }

    /** Decodes a payload, and fills in where it is. */
    static <P> P placed(TaskManagerDefinition<P, ?> definition, byte[] encoded, SpokeIdentity spoke, int rank) {
        P payload = decode(definition.payloadCodec(), encoded);
        return definition.placed(payload, spoke.host(), spoke.whoAmI(rank));
    }
}

package org.spmjava.core.agent;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireType;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.TaskManagerDefinition;

/** Values to Chronicle Wire's binary form and back. Not thread-safe: its buffer is reused. */
final class Wires {

    private static final int INITIAL_CAPACITY = 1024;

    // On the heap, so that a wrong length is an exception and never an access outside the buffer.
    private final Bytes<?> scratch = Bytes.allocateElasticOnHeap(INITIAL_CAPACITY);
    private final Wire wire = WireType.BINARY_LIGHT.apply(scratch);

    Wires() {
        // Tasks of a serial session have a thread each, of which one runs at a time.
        scratch.singleThreadedCheckDisabled(true);
    }

    <T> byte[] encode(PayloadCodec<T> codec, T value) {
        scratch.clear();
        wire.reset();
        codec.write(value, wire);
        return scratch.toByteArray();
    }

    static <T> T decode(PayloadCodec<T> codec, byte[] encoded) {
        Bytes<byte[]> bytes = Bytes.wrapForRead(encoded);
        try {
            return codec.read(WireType.BINARY_LIGHT.apply(bytes));
        } finally {
            bytes.releaseLast();
        }
    }

    /** Decodes a payload, and fills in where it is. */
    static <P> P placed(TaskManagerDefinition<P, ?> definition, byte[] encoded, SpokeIdentity spoke, int rank) {
        P payload = decode(definition.payloadCodec(), encoded);
        return definition.placed(payload, spoke.host(), spoke.whoAmI(rank));
    }
}

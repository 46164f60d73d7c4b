package org.spmjava.benchmarks;

import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spmjava.api.closure.PayloadCodec;

/**
 * Encodes and decodes a payload of the system's fields, six of the user's and a dictionary of three entries.
 *
 * <p>The codec is the generated one. What is around it are the few lines of the runtime's {@code core.agent.Wires},
 * which is not public: a buffer on the heap that is reused, and a copy of its bytes for each payload.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    private static final int INITIAL_CAPACITY = 1024;

    private final PayloadCodec<OrderTask> codec = new OrderManager.Definition().payloadCodec();
    private final Bytes<?> scratch = Bytes.allocateElasticOnHeap(INITIAL_CAPACITY);
    private final Wire wire = WireType.BINARY_LIGHT.apply(scratch);
    private final OrderTask task = Order.sample();
    private byte[] encoded;

    /** For JMH. */
    public CodecBenchmark() {}

    /** Checks that what is measured is right. */
    @Setup
    public void encodeOnce() {
        encoded = encode();
        if (!decode().equals(task)) {
            throw new IllegalStateException("what was decoded is not what was encoded");
        }
    }

    /**
     * A payload to bytes, as at {@code push}.
     *
     * @return the bytes
     */
    @Benchmark
    public byte[] encode() {
        scratch.clear();
        wire.reset();
        codec.write(task, wire);
        return scratch.toByteArray();
    }

    /**
     * Bytes to a payload, as on a Spoke.
     *
     * @return the payload
     */
    @Benchmark
    public Object decode() {
        Bytes<byte[]> bytes = Bytes.wrapForRead(encoded);
        try {
            return codec.read(WireType.BINARY_LIGHT.apply(bytes));
        } finally {
            bytes.releaseLast();
        }
    }
}

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
import org.spmjava.core.agent.Wires;

/**
 * Encodes and decodes a payload of the system's fields, six of the user's and a dictionary of three entries, and has
 * SBE do the same with the same fields. The codec is the generated one.
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
    private final Wires wires = new Wires();
    private final OrderTask task = Order.sample();
    private final SbeOrder peer = new SbeOrder();
    private byte[] encoded;

    /** For JMH. */
    public CodecBenchmark() {}

    /** Checks that what is measured is right. */
    @Setup
    public void encodeOnce() {
        encoded = encodeToBytes();
        if (!decode().equals(task)) {
            throw new IllegalStateException("what was decoded is not what was encoded");
        }
        peer.encode(task);
        if (!peer.decode().quantities().equals(task.quantities())) {
            throw new IllegalStateException("what SBE decoded is not what it encoded");
        }
    }

    /**
     * A payload into a buffer.
     *
     * @return how many bytes it took
     */
    @Benchmark
    public long encode() {
        wire.reset();
        codec.write(task, wire);
        return scratch.readRemaining();
    }

    /**
     * A payload to bytes of its own, as at {@code push}.
     *
     * @return the bytes
     */
    @Benchmark
    public byte[] encodeToBytes() {
        return wires.encode(codec, task);
    }

    /**
     * Bytes to a payload, as on a Spoke.
     *
     * @return the payload
     */
    @Benchmark
    public Object decode() {
        return Wires.decode(codec, encoded);
    }

    /**
     * The same fields into a buffer, by SBE.
     *
     * @return how many bytes they took
     */
    @Benchmark
    public long sbeEncode() {
        return peer.encode(task);
    }

    /**
     * Bytes to values of the same fields, by SBE.
     *
     * @return the values
     */
    @Benchmark
    public Object sbeDecode() {
        return peer.decode();
    }
}

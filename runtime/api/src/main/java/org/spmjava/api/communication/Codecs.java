package org.spmjava.api.communication;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.closure.WireFields;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.SpmRecord;

/**
 * How the values of {@link Channel}s travel: a closed set of types, and lists and dictionaries of them. None may be
 * null.
 */
public final class Codecs {

    private static final String FIELD = "v";

    /** Truth values. */
    public static final PayloadCodec<Boolean> BOOL = of(WireFields::writeBool, WireFields::readBool);

    /** 32-bit integers. */
    public static final PayloadCodec<Integer> INT = of(WireFields::writeInt, WireFields::readInt);

    /** 64-bit integers. */
    public static final PayloadCodec<Long> LONG = of(WireFields::writeLong, WireFields::readLong);

    /** 64-bit floating point numbers. */
    public static final PayloadCodec<Double> DOUBLE = of(WireFields::writeDouble, WireFields::readDouble);

    /** Texts. */
    public static final PayloadCodec<String> STRING = of(WireFields::writeText, WireFields::readText);

    /** Bytes. */
    public static final PayloadCodec<byte[]> BYTES = of(WireFields::writeBytes, WireFields::readBytes);

    /** Arrays of 32-bit integers. */
    public static final PayloadCodec<int[]> INTS = packed(
            values -> {
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES));
                bytes.asIntBuffer().put(values);
                return bytes.array();
            },
            bytes -> {
                int[] values = new int[elements(bytes, Integer.BYTES)];
                ByteBuffer.wrap(bytes).asIntBuffer().get(values);
                return values;
            });

    /** Arrays of 64-bit integers. */
    public static final PayloadCodec<long[]> LONGS = packed(
            values -> {
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
                bytes.asLongBuffer().put(values);
                return bytes.array();
            },
            bytes -> {
                long[] values = new long[elements(bytes, Long.BYTES)];
                ByteBuffer.wrap(bytes).asLongBuffer().get(values);
                return values;
            });

    /** Arrays of 64-bit floating point numbers. */
    public static final PayloadCodec<double[]> DOUBLES = packed(
            values -> {
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
                bytes.asDoubleBuffer().put(values);
                return bytes.array();
            },
            bytes -> {
                double[] values = new double[elements(bytes, Double.BYTES)];
                ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
                return values;
            });

    /** Values of several types. */
    public static final PayloadCodec<Mixed> MIXED = of(WireFields::writeMixed, WireFields::readMixed);

    /** Named fields. */
    public static final PayloadCodec<SpmRecord> RECORD = of(WireFields::writeRecord, WireFields::readRecord);

    private Codecs() {}

    /**
     * Lists; read ones are immutable.
     *
     * @param element how an element travels
     * @param <T> the elements' type
     * @return a codec
     */
    public static <T> PayloadCodec<List<T>> list(PayloadCodec<T> element) {
        return of(
                (out, name, values) -> WireFields.writeTuple(
                        out, name, values, (nested, field, value) -> element.write(value, nested)),
                (in, name) -> WireFields.readTuple(in, name, (nested, field) -> element.read(nested)));
    }

    /**
     * Dictionaries, whose order is kept; read ones are immutable.
     *
     * @param value how a value travels
     * @param <V> the values' type
     * @return a codec
     */
    public static <V> PayloadCodec<Map<String, V>> dict(PayloadCodec<V> value) {
        return of(
                (out, name, entries) -> WireFields.writeDict(
                        out, name, entries, (nested, field, written) -> value.write(written, nested)),
                (in, name) -> WireFields.readDict(in, name, (nested, field) -> value.read(nested)));
    }

    private static int elements(byte[] bytes, int elementLength) {
        if (bytes.length % elementLength != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are not a whole number of elements");
        }
        return bytes.length / elementLength;
    }

    private static <T> PayloadCodec<T> packed(Function<T, byte[]> pack, Function<byte[], T> unpack) {
        return of(
                (out, name, value) -> WireFields.writeBytes(out, name, pack.apply(value)),
                (in, name) -> unpack.apply(WireFields.readBytes(in, name)));
    }

    private static <T> PayloadCodec<T> of(WireFields.ElementWriter<T> writer, WireFields.ElementReader<T> reader) {
        return new PayloadCodec<>() {
            @Override
            public void write(T value, WireOut out) {
                writer.write(out, FIELD, value);
            }

            @Override
            public T read(WireIn in) {
                return reader.read(in, FIELD);
            }
        };
    }
}

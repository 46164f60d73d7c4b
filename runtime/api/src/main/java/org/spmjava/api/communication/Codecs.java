package org.spmjava.api.communication;

import java.util.List;
import java.util.Map;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.closure.ArrayFields;
import org.spmjava.api.closure.ContainerFields;
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
    public static final PayloadCodec<int[]> INTS = of(ArrayFields::writeInts, ArrayFields::readInts);

    /** Arrays of 64-bit integers. */
    public static final PayloadCodec<long[]> LONGS = of(ArrayFields::writeLongs, ArrayFields::readLongs);

    /** Arrays of 64-bit floating point numbers. */
    public static final PayloadCodec<double[]> DOUBLES = of(ArrayFields::writeDoubles, ArrayFields::readDoubles);

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
                (out, name, values) -> ContainerFields.writeTuple(
                        out, name, values, (nested, field, value) -> element.write(value, nested)),
                (in, name) -> ContainerFields.readTuple(in, name, (nested, field) -> element.read(nested)));
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
                (out, name, entries) -> ContainerFields.writeDict(
                        out, name, entries, (nested, field, written) -> value.write(written, nested)),
                (in, name) -> ContainerFields.readDict(in, name, (nested, field) -> value.read(nested)));
    }

    private static <T> PayloadCodec<T> of(
            ContainerFields.ElementWriter<T> writer, ContainerFields.ElementReader<T> reader) {
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

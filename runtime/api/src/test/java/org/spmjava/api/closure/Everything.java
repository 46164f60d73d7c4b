package org.spmjava.api.closure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import net.openhft.chronicle.wire.WireType;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.api.value.SpmRecord;

/** A value of every type that travels, and its codec: written like a generated one. */
record Everything(
        boolean bool,
        int int32,
        long int64,
        double float64,
        String text,
        List<Byte> bytes,
        Duration duration,
        Timeout timeout,
        ModuleRef module,
        ChronoUnit constant,
        List<Object> arrays,
        List<String> tuple,
        Map<String, Long> dict,
        Map<Integer, Map<String, Mixed>> nested,
        Optional<String> set,
        Optional<Boolean> unset,
        SpmRecord record) {

    static final PayloadCodec<Everything> CODEC = new Codec();

    static Everything sample() {
        Mixed mixed = Mixed.of(List.of(
                Mixed.of(true),
                Mixed.of(3),
                Mixed.of(3L),
                Mixed.of(-0.0),
                Mixed.of("text"),
                Mixed.of(new byte[] {1, 2}),
                Mixed.of(Duration.ofNanos(-1)),
                Mixed.of(Map.of("key", Mixed.of(List.of())))));
        return new Everything(
                true,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                -0.0,
                "Ünïcödé \u0000 \uD83D\uDE00, and a lone \uD83D",
                List.of((byte) 0, (byte) -1),
                Duration.ofSeconds(-5, 7),
                Timeout.afterMillis(1500),
                new ModuleRef("java.lang.String"),
                ChronoUnit.FOREVER,
                List.of(
                        List.of(1, -2),
                        List.of(3L, Long.MIN_VALUE),
                        List.of(Double.NaN, -0.0),
                        List.of(true, false, true)),
                List.of("", "a", "ö".repeat(300)),
                Copies.dict(Map.of("one", 1L)),
                Copies.dict(Map.of(7, Map.of("mixed", mixed))),
                Optional.of("set"),
                Optional.empty(),
                new SpmRecord(Map.of("exitCode", Mixed.of(-1))));
    }

    static Bytes<?> encode(Bytes<?> bytes, WireType type, Everything value) {
        CODEC.write(value, type.apply(bytes));
        return bytes;
    }

    static byte[] encoded() {
        return encode(Bytes.allocateElasticOnHeap(), WireType.BINARY_LIGHT, sample())
                .toByteArray();
    }

    private static final class Codec implements PayloadCodec<Everything> {

        @Override
        public void write(Everything value, WireOut out) {
            WireFields.writeBool(out, "bool", value.bool);
            WireFields.writeInt(out, "int32", value.int32);
            WireFields.writeLong(out, "int64", value.int64);
            WireFields.writeDouble(out, "float64", value.float64);
            WireFields.writeText(out, "text", value.text);
            byte[] bytes = new byte[value.bytes.size()];
            Arrays.setAll(new Byte[bytes.length], i -> bytes[i] = value.bytes.get(i));
            WireFields.writeBytes(out, "bytes", bytes);
            WireFields.writeDuration(out, "duration", value.duration);
            WireFields.writeTimeout(out, "timeout", value.timeout);
            WireFields.writeModule(out, "module", value.module);
            WireFields.writeEnum(out, "constant", value.constant);
            ArrayFields.writeInts(out, "ints", new int[] {1, -2});
            ArrayFields.writeLongs(out, "longs", new long[] {3, Long.MIN_VALUE});
            ArrayFields.writeDoubles(out, "doubles", new double[] {Double.NaN, -0.0});
            ArrayFields.writeBools(out, "bools", new boolean[] {true, false, true});
            ContainerFields.writeTuple(out, "tuple", value.tuple, WireFields::writeText);
            ContainerFields.writeDict(out, "dict", value.dict, WireFields::writeLong);
            ContainerFields.writeDict(
                    out,
                    "nested",
                    value.nested,
                    Object::toString,
                    (wire, name, inner) -> ContainerFields.writeDict(wire, name, inner, WireFields::writeMixed));
            ContainerFields.writeOptional(out, "set", value.set, WireFields::writeText);
            ContainerFields.writeOptional(out, "unset", value.unset, WireFields::writeBool);
            WireFields.writeRecord(out, "record", value.record);
        }

        @Override
        public Everything read(WireIn in) {
            return new Everything(
                    WireFields.readBool(in, "bool"),
                    WireFields.readInt(in, "int32"),
                    WireFields.readLong(in, "int64"),
                    WireFields.readDouble(in, "float64"),
                    WireFields.readText(in, "text"),
                    boxed(WireFields.readBytes(in, "bytes")),
                    WireFields.readDuration(in, "duration"),
                    WireFields.readTimeout(in, "timeout"),
                    WireFields.readModule(in, "module"),
                    WireFields.readEnum(in, "constant", ChronoUnit.class),
                    List.of(
                            Arrays.stream(ArrayFields.readInts(in, "ints"))
                                    .boxed()
                                    .toList(),
                            Arrays.stream(ArrayFields.readLongs(in, "longs"))
                                    .boxed()
                                    .toList(),
                            Arrays.stream(ArrayFields.readDoubles(in, "doubles"))
                                    .boxed()
                                    .toList(),
                            boxed(ArrayFields.readBools(in, "bools"))),
                    ContainerFields.readTuple(in, "tuple", WireFields::readText),
                    ContainerFields.readDict(in, "dict", WireFields::readLong),
                    ContainerFields.readDict(
                            in,
                            "nested",
                            Integer::valueOf,
                            (wire, name) -> ContainerFields.<Mixed>readDict(wire, name, WireFields::readMixed)),
                    ContainerFields.readOptional(in, "set", WireFields::readText),
                    ContainerFields.readOptional(in, "unset", WireFields::readBool),
                    WireFields.readRecord(in, "record"));
        }

        private static List<Byte> boxed(byte[] bytes) {
            Byte[] boxed = new Byte[bytes.length];
            Arrays.setAll(boxed, i -> bytes[i]);
            return List.of(boxed);
        }

        private static List<Boolean> boxed(boolean[] bools) {
            Boolean[] boxed = new Boolean[bools.length];
            Arrays.setAll(boxed, i -> bools[i]);
            return List.of(boxed);
        }
    }
}

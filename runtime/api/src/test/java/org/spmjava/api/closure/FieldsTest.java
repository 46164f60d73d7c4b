package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.BufferUnderflowException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.api.value.Mixed;

/** How fields travel: exactly, in few bytes, and without harm if others wrote them. */
class FieldsTest {

    private static final long SEED = 20_261_123;
    private static final int MUTANTS = 100_000;
    /** What decoding a byte may allocate, and what it may allocate besides: exceptions, classes that are loaded. */
    private static final int MAX_ALLOCATED_A_BYTE = 64;

    private static final int MAX_ALLOCATED = 1 << 20;

    private static Everything decode(byte[] encoded) {
        Bytes<byte[]> bytes = Bytes.wrapForRead(encoded);
        Everything read = Everything.CODEC.read(WireType.BINARY_LIGHT.apply(bytes));
        assertThat(bytes.readRemaining()).as("bytes that were not read").isZero();
        return read;
    }

    @Test
    void whatArrivesIsWhatWasSent() {
        assertThat(decode(Everything.encoded())).isEqualTo(Everything.sample());
    }

    @Test
    void memoryOffTheHeapHoldsTheSameBytes() {
        Bytes<?> bytes = Bytes.allocateElasticDirect();
        try {
            Everything.encode(bytes, WireType.BINARY_LIGHT, Everything.sample());

            assertThat(bytes.toByteArray()).isEqualTo(Everything.encoded());
            assertThat(Everything.CODEC.read(WireType.BINARY_LIGHT.apply(bytes)))
                    .isEqualTo(Everything.sample());
        } finally {
            bytes.releaseLast();
        }
    }

    @Test
    void asTextEveryFieldHasItsName() {
        Bytes<?> text = Bytes.allocateElasticOnHeap();
        Wire wire = WireType.TEXT.apply(text);

        WireFields.writeText(wire, "label", "order 4711");
        WireFields.writeEnum(wire, "unit", ChronoUnit.DAYS);
        WireFields.writeDouble(wire, "price", 129.95);
        ContainerFields.writeTuple(wire, "names", List.of("a", "b"), WireFields::writeText);
        ContainerFields.writeOptional(wire, "paid", Optional.of(true), WireFields::writeBool);

        assertThat(text).hasToString("""
                label: order 4711
                unit: DAYS
                price: 129.95
                names: 2
                e: a
                e: b
                "paid?": true
                paid: true
                """);
        assertThat(WireFields.readText(wire, "label")).isEqualTo("order 4711");
        assertThat(WireFields.readEnum(wire, "unit", ChronoUnit.class)).isEqualTo(ChronoUnit.DAYS);
        assertThat(WireFields.readDouble(wire, "price")).isEqualTo(129.95);
        assertThat(ContainerFields.readTuple(wire, "names", WireFields::readText))
                .containsExactly("a", "b");
        assertThat(ContainerFields.readOptional(wire, "paid", WireFields::readBool))
                .contains(true);
    }

    @Test
    void inBinaryFormNothingTravelsButValues() {
        Bytes<?> bytes = Bytes.allocateElasticOnHeap();
        Wire wire = WireType.BINARY_LIGHT.apply(bytes);

        WireFields.writeText(wire, "label", "aü");
        WireFields.writeText(wire, "wide", "\u20AC");
        WireFields.writeInt(wire, "int", 1);
        WireFields.writeDouble(wire, "double", -0.0);
        ArrayFields.writeInts(wire, "ints", new int[] {2});
        ContainerFields.writeDict(wire, "dict", Map.of("k", true), WireFields::writeBool);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(bytes.toByteArray()))
                .isEqualTo("04 61 fc 03 ac 20 01 00 00 00 00 00 00 00 00 00 00 80 01 02 00 00 00 01 02 6b 01");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7ff0000000000001L, 0x7ff8000000000000L, 0xfff8dead_beef0001L, 0x8000000000000000L, 1})
    void everyBitOfADoubleArrives(long bits) {
        Wire wire = WireType.BINARY_LIGHT.apply(Bytes.allocateElasticOnHeap());
        WireFields.writeDouble(wire, "d", Double.longBitsToDouble(bits));
        assertThat(Double.doubleToRawLongBits(WireFields.readDouble(wire, "d")))
                .isEqualTo(Double.doubleToRawLongBits(Double.longBitsToDouble(bits)));
    }

    @Test
    void writingInBinaryFormAllocatesNothing() {
        Map<String, Long> dict = Copies.dict(Map.of("apples", 12L, "pears", 7L));
        List<String> tuple = List.of("a", "b");
        Bytes<?> bytes = Bytes.allocateElasticOnHeap();
        Wire wire = WireType.BINARY_LIGHT.apply(bytes);
        Runnable write = () -> {
            wire.reset();
            WireFields.writeText(wire, "text", "Ünïcödé");
            WireFields.writeLong(wire, "long", 1);
            ContainerFields.writeTuple(wire, "tuple", tuple, WireFields::writeText);
            ContainerFields.writeDict(wire, "dict", dict, WireFields::writeLong);
        };
        for (int i = 0; i < 1_000; i++) {
            write.run();
        }

        long before = allocated();
        for (int i = 0; i < 1_000; i++) {
            write.run();
        }

        // The smallest object takes 16 bytes; counting takes a few itself.
        assertThat(allocated() - before).isLessThan(8 * 1_000);
    }

    @Test
    void mutatedBytesAreAValueOrAnExceptionAndLittleMemory() {
        byte[] sample = Everything.encoded();
        Random random = new Random(SEED);
        int refused = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] mutated = mutated(sample, random);
            long before = allocated();
            if (!isDecoded(mutated, mutant)) {
                refused++;
            }
            assertThat(allocated() - before)
                    .as("bytes allocated for mutant %d of seed %d", mutant, SEED)
                    .isLessThan(MAX_ALLOCATED + (long) MAX_ALLOCATED_A_BYTE * mutated.length);
        }
        assertThat(refused).isBetween(MUTANTS / 10, MUTANTS - 1);
    }

    private static boolean isDecoded(byte[] mutated, int mutant) {
        try {
            Everything.CODEC.read(WireType.BINARY_LIGHT.apply(Bytes.wrapForRead(mutated)));
            return true;
        } catch (IllegalArgumentException | BufferUnderflowException expected) {
            assertThat(expected).as("mutant %d of seed %d", mutant, SEED).hasMessageMatching("(?s).+");
            return false;
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] mutated = random.nextInt(8) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length)) : sample.clone();
        for (int i = random.nextInt(4); i >= 0 && mutated.length > 0; i--) {
            int at = random.nextInt(mutated.length);
            mutated[at] = (byte) (random.nextBoolean() ? mutated[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
        return mutated;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff ff ff ff 7f", "fe ff ff ff 0f", "80 80 80 80 80 80 00", "08 61", "", "ff"})
    void aLengthBeyondWhatIsLeftIsRefused(String hex) {
        for (Reader reader : Reader.values()) {
            byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
            assertThatThrownBy(() -> reader.read(WireType.BINARY_LIGHT.apply(Bytes.wrapForRead(bytes))))
                    .as("%s of %s", reader, hex)
                    .isInstanceOfAny(IllegalArgumentException.class, BufferUnderflowException.class);
        }
    }

    /** What begins with a length or a count. */
    private enum Reader {
        TEXT,
        BYTES,
        INTS,
        BOOLS,
        TUPLE,
        DICT,
        ENUM;

        void read(WireIn in) {
            switch (this) {
                case TEXT -> WireFields.readText(in, "f");
                case BYTES -> WireFields.readBytes(in, "f");
                case INTS -> ArrayFields.readInts(in, "f");
                case BOOLS -> ArrayFields.readBools(in, "f");
                case TUPLE -> ContainerFields.readTuple(in, "f", WireFields::readBool);
                case DICT -> ContainerFields.readDict(in, "f", WireFields::readBool);
                case ENUM -> WireFields.readEnum(in, "f", Reader.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WireType.class,
            names = {"BINARY_LIGHT", "TEXT"})
    void aMixedValueOfTooManyLevelsIsRefused(WireType type) {
        Mixed nested = Mixed.of(1);
        for (int i = 0; i < 64; i++) {
            nested = Mixed.of(List.of(nested));
        }
        Wire wire = type.apply(Bytes.allocateElasticOnHeap());
        WireFields.writeMixed(wire, "mixed", nested);

        assertThatThrownBy(() -> WireFields.readMixed(wire, "mixed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}

package org.spmjava.api.closure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.api.value.SpmRecord;

/**
 * The fields of payloads, one pair of methods a type: as fields of their own, and as elements of containers.
 *
 * <p>A {@link Mixed} is an explicit tagged union. Wire's own dynamic reading is never used: it makes whatever class the
 * sender names, and loses types. Counts are written before elements, so that reading them always ends.
 */
public final class WireFields {

    private WireFields() {}

    /**
     * Writes one element of a sequence or one value of a dictionary.
     *
     * @param <T> the element's type
     */
    @FunctionalInterface
    public interface ElementWriter<T> {
        /**
         * Writes a field.
         *
         * @param out where to
         * @param name the field's name
         * @param value the value
         */
        void write(WireOut out, String name, T value);
    }

    /**
     * Reads one element of a sequence or one value of a dictionary.
     *
     * @param <T> the element's type
     */
    @FunctionalInterface
    public interface ElementReader<T> {
        /**
         * Reads a field.
         *
         * @param in where from
         * @param name the field's name
         * @return the value
         */
        T read(WireIn in, String name);
    }

    /**
     * Writes a boolean.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeBool(WireOut out, String name, boolean value) {
        out.write(name).bool(value);
    }

    /**
     * Reads a boolean.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static boolean readBool(WireIn in, String name) {
        return in.read(name).bool();
    }

    /**
     * Writes a 32-bit integer.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeInt(WireOut out, String name, int value) {
        out.write(name).int32(value);
    }

    /**
     * Reads a 32-bit integer.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static int readInt(WireIn in, String name) {
        return in.read(name).int32();
    }

    /**
     * Writes a 64-bit integer.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeLong(WireOut out, String name, long value) {
        out.write(name).int64(value);
    }

    /**
     * Reads a 64-bit integer.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static long readLong(WireIn in, String name) {
        return in.read(name).int64();
    }

    /**
     * Writes a double.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeDouble(WireOut out, String name, double value) {
        // Of full width, since a narrowed -0.0 arrives as 0.0.
        out.write(name).fixedFloat64(value);
    }

    /**
     * Reads a double.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static double readDouble(WireIn in, String name) {
        return in.read(name).float64();
    }

    /**
     * Writes a field of text.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeText(WireOut out, String name, String value) {
        out.write(name).text(value);
    }

    /**
     * Reads a field of text.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static String readText(WireIn in, String name) {
        String text = in.read(name).text();
        if (text == null) {
            throw new IllegalArgumentException("field '" + name + "' has no text");
        }
        return text;
    }

    /**
     * Writes a field of bytes.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeBytes(WireOut out, String name, byte[] value) {
        out.write(name).bytes(value);
    }

    /**
     * Reads a field of bytes.
     *
     * @param in where from
     * @param name the field's name
     * @return the value, the caller's own
     */
    public static byte[] readBytes(WireIn in, String name) {
        byte[] bytes = in.read(name).bytes();
        if (bytes == null) {
            throw new IllegalArgumentException("field '" + name + "' has no bytes");
        }
        return bytes;
    }

    /**
     * Writes a length of time, to the nanosecond.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeDuration(WireOut out, String name, Duration value) {
        out.write(name).int64(value.getSeconds());
        out.write("ns").int32(value.getNano());
    }

    /**
     * Reads a length of time.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static Duration readDuration(WireIn in, String name) {
        long seconds = in.read(name).int64();
        return Duration.ofSeconds(seconds, in.read("ns").int32());
    }

    /**
     * Writes a timeout, to the nanosecond.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeTimeout(WireOut out, String name, Timeout value) {
        out.write(name).int64(value.durationNs());
    }

    /**
     * Reads a timeout.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static Timeout readTimeout(WireIn in, String name) {
        return new Timeout(in.read(name).int64());
    }

    /**
     * Writes a reference to a module, which is the name of its class.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeModule(WireOut out, String name, ModuleRef value) {
        writeText(out, name, value.className());
    }

    /**
     * Reads a reference to a module.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static ModuleRef readModule(WireIn in, String name) {
        return new ModuleRef(readText(in, name));
    }

    /**
     * Writes a sequence: the {@code tuple} of typedefs.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     * @param writer writes one of them
     * @param <T> the elements' type
     */
    public static <T> void writeTuple(WireOut out, String name, List<T> values, ElementWriter<? super T> writer) {
        out.write(name).int32(values.size());
        for (T value : values) {
            writer.write(out, "e", value);
        }
    }

    /**
     * Reads a sequence.
     *
     * @param in where from
     * @param name the field's name
     * @param reader reads one element
     * @param <T> the elements' type
     * @return the elements, immutable
     */
    public static <T> List<T> readTuple(WireIn in, String name, ElementReader<? extends T> reader) {
        int count = count(in, name);
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(reader.read(in, "e"));
        }
        return List.copyOf(values);
    }

    /**
     * Writes a dictionary with textual keys: the {@code dict} of typedefs.
     *
     * @param out where to
     * @param name the field's name
     * @param values the entries
     * @param writer writes one value
     * @param <T> the values' type
     */
    public static <T> void writeDict(WireOut out, String name, Map<String, T> values, ElementWriter<? super T> writer) {
        writeDict(out, name, values, Function.identity(), writer);
    }

    /**
     * Writes a dictionary whose keys travel as text.
     *
     * @param out where to
     * @param name the field's name
     * @param values the entries
     * @param keyToText a key as text
     * @param writer writes one value
     * @param <K> the keys' type
     * @param <T> the values' type
     */
    public static <K, T> void writeDict(
            WireOut out,
            String name,
            Map<K, T> values,
            Function<? super K, String> keyToText,
            ElementWriter<? super T> writer) {
        out.write(name).int32(values.size());
        for (Map.Entry<K, T> entry : values.entrySet()) {
            out.write("k").text(keyToText.apply(entry.getKey()));
            writer.write(out, "v", entry.getValue());
        }
    }

    /**
     * Reads a dictionary with textual keys.
     *
     * @param in where from
     * @param name the field's name
     * @param reader reads one value
     * @param <T> the values' type
     * @return the entries in the order of their writing, immutable
     */
    public static <T> Map<String, T> readDict(WireIn in, String name, ElementReader<? extends T> reader) {
        return readDict(in, name, Function.identity(), reader);
    }

    /**
     * Reads a dictionary whose keys travelled as text.
     *
     * @param in where from
     * @param name the field's name
     * @param keyFromText the key that a text stands for
     * @param reader reads one value
     * @param <K> the keys' type
     * @param <T> the values' type
     * @return the entries in the order of their writing, immutable
     */
    public static <K, T> Map<K, T> readDict(
            WireIn in, String name, Function<String, ? extends K> keyFromText, ElementReader<? extends T> reader) {
        int count = count(in, name);
        Map<K, T> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            K key = keyFromText.apply(readText(in, "k"));
            values.put(key, reader.read(in, "v"));
        }
        return Collections.unmodifiableMap(values);
    }

    /**
     * Writes a field that may be unset: whether it is there, then the value if it is.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     * @param writer writes the value
     * @param <T> the value's type
     */
    public static <T> void writeOptional(WireOut out, String name, Optional<T> value, ElementWriter<? super T> writer) {
        out.write(name + "?").bool(value.isPresent());
        value.ifPresent(present -> writer.write(out, name, present));
    }

    /**
     * Reads a field that may be unset.
     *
     * @param in where from
     * @param name the field's name
     * @param reader reads the value
     * @param <T> the value's type
     * @return the value, or empty if there was none
     */
    public static <T> Optional<T> readOptional(WireIn in, String name, ElementReader<? extends T> reader) {
        return in.read(name + "?").bool() ? Optional.of(reader.read(in, name)) : Optional.empty();
    }

    /**
     * Writes a record.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeRecord(WireOut out, String name, SpmRecord value) {
        writeDict(out, name, value.fields(), WireFields::writeMixed);
    }

    /**
     * Reads a record.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static SpmRecord readRecord(WireIn in, String name) {
        return new SpmRecord(readDict(in, name, WireFields::readMixed));
    }

    /**
     * Writes a tagged value.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeMixed(WireOut out, String name, Mixed value) {
        MixedFields.write(out, name, value);
    }

    /**
     * Reads a tagged value.
     *
     * @param in where from
     * @param name the field's name
     * @return the value, of the type it was written with
     * @throws IllegalArgumentException if it is nested deeper than 64 levels, or its tag is unknown
     */
    public static Mixed readMixed(WireIn in, String name) {
        return MixedFields.read(in, name);
    }

    static int count(WireIn in, String name) {
        int count = in.read(name).int32();
        // Every element takes at least one byte, so a count beyond the bytes left is not one that was written.
        if (count < 0 || count > in.bytes().readRemaining()) {
            throw new IllegalArgumentException("field '" + name + "' cannot have " + count + " elements");
        }
        return count;
    }
}

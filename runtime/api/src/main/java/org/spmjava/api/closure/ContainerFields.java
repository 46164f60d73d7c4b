package org.spmjava.api.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;

/**
 * The containers of payloads: what they hold is written by {@link WireFields} and {@link ArrayFields}, one element
 * after the other. Counts are written before elements, so that reading them always ends.
 */
public final class ContainerFields {

    /** For how many elements room is made before the first is read: a count is what the sender claims. */
    private static final int FEW = 64;

    private ContainerFields() {}

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
     * Writes a sequence: the {@code tuple} of typedefs.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     * @param writer writes one of them
     * @param <T> the elements' type
     */
    public static <T> void writeTuple(WireOut out, String name, List<T> values, ElementWriter<? super T> writer) {
        int count = values.size();
        writeCount(out, name, count);
        if (values instanceof RandomAccess) {
            for (int i = 0; i < count; i++) {
                writer.write(out, "e", values.get(i));
            }
        } else {
            values.forEach(value -> writer.write(out, "e", value));
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
        int count = readCount(in, name);
        if (count == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(Math.min(count, FEW));
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
        int count = values.size();
        writeCount(out, name, count);
        if (values instanceof FixedDict<K, T> fixed) {
            for (int i = 0; i < count; i++) {
                WireFields.writeText(out, "k", keyToText.apply(fixed.key(i)));
                writer.write(out, "v", fixed.value(i));
            }
        } else {
            values.forEach((key, value) -> {
                WireFields.writeText(out, "k", keyToText.apply(key));
                writer.write(out, "v", value);
            });
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
        int count = readCount(in, name);
        FixedDict<K, T> values = new FixedDict<>(Math.min(count, FEW));
        for (int i = 0; i < count; i++) {
            K key = keyFromText.apply(WireFields.readText(in, "k"));
            values.fill(key, reader.read(in, "v"));
        }
        return values;
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
        boolean present = value.isPresent();
        if (out.isBinary()) {
            BinaryFields.writeBool(out.bytes(), present);
        } else {
            out.write(name + "?").bool(present);
        }
        if (present) {
            writer.write(out, name, value.get());
        }
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
        boolean present = in.isBinary()
                ? BinaryFields.readBool(in.bytes())
                : in.read(name + "?").bool();
        return present ? Optional.of(reader.read(in, name)) : Optional.empty();
    }

    static void writeCount(WireOut out, String name, int count) {
        if (out.isBinary()) {
            BinaryFields.writeLength(out.bytes(), count);
        } else {
            out.write(name).int32(count);
        }
    }

    static int readCount(WireIn in, String name) {
        if (in.isBinary()) {
            // Every element takes at least one byte.
            return BinaryFields.readCount(in.bytes(), 1);
        }
        int count = in.read(name).int32();
        if (count < 0 || count > in.bytes().readRemaining()) {
            throw new IllegalArgumentException("field '" + name + "' cannot have " + count + " elements");
        }
        return count;
    }
}

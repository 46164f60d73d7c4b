package org.spmjava.api.value;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A value of a closed set of types, with its type: the {@code mixed} of typedefs. Immutable, compared by value. */
public sealed interface Mixed {

    /**
     * A boolean.
     *
     * @param value the value
     */
    record Bool(boolean value) implements Mixed {}

    /**
     * A 32-bit integer.
     *
     * @param value the value
     */
    record Int32(int value) implements Mixed {}

    /**
     * A 64-bit integer.
     *
     * @param value the value
     */
    record Int64(long value) implements Mixed {}

    /**
     * A double.
     *
     * @param value the value
     */
    record Float64(double value) implements Mixed {}

    /**
     * A string.
     *
     * @param value the value
     */
    record Text(String value) implements Mixed {

        /** Refuses null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Bytes.
     *
     * @param value copied on the way in and on the way out
     */
    record Binary(byte[] value) implements Mixed {

        /** Copies the bytes. */
        public Binary {
            value = value.clone();
        }

        @Override
        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary binary && Arrays.equals(value, binary.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "Binary[" + value.length + " bytes]";
        }
    }

    /**
     * A length of time.
     *
     * @param value the value
     */
    record Span(Duration value) implements Mixed {

        /** Refuses null. */
        public Span {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A list.
     *
     * @param value copied
     */
    record Items(List<Mixed> value) implements Mixed {

        /** Copies the list. */
        public Items {
            value = List.copyOf(value);
        }
    }

    /**
     * A dictionary, in insertion order.
     *
     * @param value copied
     */
    record Dict(Map<String, Mixed> value) implements Mixed {

        /** Copies the map and keeps its order. */
        public Dict {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
        }
    }

    /**
     * A boolean.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(boolean value) {
        return new Bool(value);
    }

    /**
     * A 32-bit integer.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(int value) {
        return new Int32(value);
    }

    /**
     * A 64-bit integer.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(long value) {
        return new Int64(value);
    }

    /**
     * A double.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(double value) {
        return new Float64(value);
    }

    /**
     * A string.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(String value) {
        return new Text(value);
    }

    /**
     * Bytes.
     *
     * @param value the value, copied
     * @return the tagged value
     */
    static Mixed of(byte[] value) {
        return new Binary(value);
    }

    /**
     * A length of time.
     *
     * @param value the value
     * @return the tagged value
     */
    static Mixed of(Duration value) {
        return new Span(value);
    }

    /**
     * A list.
     *
     * @param value the values, copied
     * @return the tagged value
     */
    static Mixed of(List<Mixed> value) {
        return new Items(value);
    }

    /**
     * A dictionary.
     *
     * @param value the entries, copied in their order
     * @return the tagged value
     */
    static Mixed of(Map<String, Mixed> value) {
        return new Dict(value);
    }
}

package org.spmjava.api.closure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Copies of a payload's containers, so that what is done later to the originals does not reach the payload. The copies
 * keep their order, are immutable and hold no null. Plain sequences need no help: {@link List#copyOf} does it.
 */
public final class Copies {

    private Copies() {}

    /**
     * Copies a dictionary.
     *
     * @param entries the entries, without null
     * @param <K> the keys' type
     * @param <V> the values' type
     * @return the same entries in the same order
     */
    public static <K, V> Map<K, V> dict(Map<? extends K, ? extends V> entries) {
        Map<K, V> copy = new LinkedHashMap<>();
        entries.forEach((key, value) ->
                copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value of " + key)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Copies a sequence of bytes, each element too.
     *
     * @param values the elements, without null
     * @return equal elements in the same order
     */
    public static List<byte[]> bytesTuple(List<byte[]> values) {
        return values.stream().map(byte[]::clone).toList();
    }

    /**
     * Copies a dictionary of bytes, each value too.
     *
     * @param entries the entries, without null
     * @param <K> the keys' type
     * @return equal entries in the same order
     */
    public static <K> Map<K, byte[]> bytesDict(Map<? extends K, byte[]> entries) {
        Map<K, byte[]> copy = new LinkedHashMap<>();
        entries.forEach((key, value) -> copy.put(Objects.requireNonNull(key, "key"), value.clone()));
        return Collections.unmodifiableMap(copy);
    }
}

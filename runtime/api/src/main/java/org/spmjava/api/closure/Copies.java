package org.spmjava.api.closure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

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
     * Copies a sequence of arrays, each element too.
     *
     * @param values the elements, without null
     * @param copy copies one of them
     * @param <T> the arrays' type
     * @return equal elements in the same order
     */
    public static <T> List<T> arrayTuple(List<? extends T> values, UnaryOperator<T> copy) {
        return values.stream().<T>map(copy::apply).toList();
    }

    /**
     * Copies a dictionary of arrays, each value too.
     *
     * @param entries the entries, without null
     * @param copy copies a value
     * @param <K> the keys' type
     * @param <V> the arrays' type
     * @return equal entries in the same order
     */
    public static <K, V> Map<K, V> arrayDict(Map<? extends K, ? extends V> entries, UnaryOperator<V> copy) {
        Map<K, V> copied = new LinkedHashMap<>();
        entries.forEach((key, value) -> copied.put(Objects.requireNonNull(key, "key"), copy.apply(value)));
        return Collections.unmodifiableMap(copied);
    }
}

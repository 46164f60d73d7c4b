package org.spmjava.api.closure;

import java.util.List;
import java.util.Map;
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
        if (entries instanceof FixedDict<? extends K, ? extends V> fixed) {
            return shared(fixed);
        }
        FixedDict<K, V> copy = new FixedDict<>(entries.size());
        entries.forEach(copy::fill);
        return copy;
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
        FixedDict<K, V> copied = new FixedDict<>(entries.size());
        entries.forEach((key, value) -> copied.fill(key, copy.apply(value)));
        return copied;
    }

    /** Nobody can put anything into it, so that it may be taken for one of more general types. */
    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> shared(FixedDict<? extends K, ? extends V> fixed) {
        return (Map<K, V>) fixed;
    }
}

package org.spmjava.api.closure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** How decentralized aggregates combine: key by key. Called by generated code. */
public final class Reductions {

    private Reductions() {}

    /**
     * Combines two values of the same key.
     *
     * @param <V> their type
     */
    @FunctionalInterface
    public interface Reducer<V> {
        /**
         * Combines.
         *
         * @param left what came first
         * @param right what came next
         * @return the combination
         * @throws Exception what the user's code threw
         */
        V reduce(V left, V right) throws Exception;
    }

    /**
     * What a task returned, to be kept: later changes by the task's class do not reach it.
     *
     * @param returned a dictionary
     * @param <K> the keys' type
     * @param <V> the values' type
     * @return a copy with the same order
     * @throws NullPointerException if there is no dictionary
     */
    public static <K, V> Map<K, V> snapshot(Map<K, V> returned) {
        return new Reduced<>(Objects.requireNonNull(returned, "a task of an aggregate returned null"));
    }

    /**
     * Combines two dictionaries: a key that one of them has keeps its value, one that both have gets the combination.
     *
     * <p>What the methods of this class returned may be handed over as {@code left}, and is then used up: adding to a
     * large dictionary costs what is added, not what is there. No other dictionary is changed.
     *
     * @param left what came first
     * @param right what came next
     * @param reducer combines the values of a key that both have
     * @param <K> the keys' type
     * @param <V> the values' type
     * @return the keys of {@code left} in their order, then the others of {@code right} in theirs
     * @throws Exception what the reducer threw
     */
    public static <K, V> Map<K, V> byKey(Map<K, V> left, Map<K, V> right, Reducer<V> reducer) throws Exception {
        Reduced<K, V> reduced = left instanceof Reduced<K, V> ours ? ours : new Reduced<>(left);
        for (Map.Entry<K, V> entry : right.entrySet()) {
            V value = Objects.requireNonNull(entry.getValue(), "a value of a dictionary");
            V present = reduced.get(entry.getKey());
            reduced.put(entry.getKey(), present == null ? value : reducer.reduce(present, value));
        }
        return reduced;
    }

    /** Nobody else has one that was not made here, and so none that is still needed as it is. */
    private static final class Reduced<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Reduced(Map<K, V> values) {
            super(values);
        }
    }
}

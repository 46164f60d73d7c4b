package org.spmjava.examples.mapreduce;

import java.util.Iterator;
import java.util.Optional;

/**
 * What there is to compute: map and reduce, and how keys and values travel. A Spoke makes one for each task, by a
 * public constructor that takes {@link Settings}, or nothing; so it need not be safe for threads, and what it remembers
 * of one task it does not know in the next.
 *
 * <p>What {@code map}, {@code combiner} and {@code reduce} do depends on their arguments alone: a task whose Spoke was
 * lost is evaluated again, and what the lost attempt emitted is forgotten.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface Job<K, V> {

    /**
     * How keys travel. Two keys are the same if their bytes are, and they are sorted as their bytes are, unsigned.
     *
     * @return for example {@link Codec#TEXT}
     */
    Codec<K> keys();

    /**
     * How values travel.
     *
     * @return for example {@link Codec#LONG}
     */
    Codec<V> values();

    /**
     * Looks at one line.
     *
     * @param line valid until the method returns
     * @param out takes any number of keys with a value each
     * @throws Exception to end the job; see {@link Line#malformed} for lines that are wrong
     */
    void map(Line line, Emitter<K, V> out) throws Exception;

    /**
     * Looks at many lines: each by itself, unless a job knows better.
     *
     * @param lines whole lines of one file, valid until the method returns
     * @param out takes any number of keys with a value each
     * @throws Exception as {@link #map}
     */
    default void mapAll(Lines lines, Emitter<K, V> out) throws Exception {
        while (lines.next()) {
            map(lines.line(), out);
        }
    }

    /**
     * Where a line ends. A file is divided behind such bytes alone.
     *
     * @param character a byte of the file, from 0 to 255
     * @return by default whether it is a line feed
     */
    default boolean endsLine(int character) {
        return character == '\n';
    }

    /**
     * Combines two values of the same key, early and often, so that there is less to write and to read. It is
     * associative and commutative.
     *
     * @return empty if every value must reach {@link #reduce}, which is the default
     */
    default Optional<Combiner<V>> combiner() {
        return Optional.empty();
    }

    /**
     * Makes lines of output of all values of one key. Keys come in their order, values in none.
     *
     * @param key the key
     * @param values at least one; valid until the method returns; need not be used up
     * @param out takes any number of lines
     * @throws Exception to end the job
     */
    void reduce(K key, Iterator<V> values, Output out) throws Exception;
}

package org.spmjava.examples.mapreduce;

/**
 * Takes what a job's {@code map} finds.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface Emitter<K, V> {

    /**
     * Takes a key and a value; both may be changed afterwards.
     *
     * @param key the key
     * @param value its value
     */
    void emit(K key, V value);

    /**
     * Takes a key as its codec would write it, which saves the object.
     *
     * @param bytes where it is
     * @param from its first byte
     * @param to the first byte after it
     * @param value its value
     */
    void emitBytes(byte[] bytes, int from, int to, V value);

    /**
     * Counts something that is told at the end. What an attempt counted that did not return is forgotten with it.
     *
     * @param what for people, a few words
     * @param by how many more
     */
    void count(String what, long by);
}

package org.spmjava.examples.mapreduce;

/**
 * Combines two values of the same key; associative and commutative.
 *
 * @param <V> the values
 */
@FunctionalInterface
public interface Combiner<V> {

    /**
     * The sum. For values of {@link Codec#LONG} it is faster than any other, since it works on their bytes. As of
     * {@link Math#addExact(long, long)}, a sum beyond 64 bits is an error.
     */
    Combiner<Long> SUM = Math::addExact;

    /**
     * Combines.
     *
     * @param left one value
     * @param right another
     * @return the combination; may be one of the two, changed
     */
    V combine(V left, V right);
}

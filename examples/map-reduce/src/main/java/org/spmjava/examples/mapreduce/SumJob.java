package org.spmjava.examples.mapreduce;

import java.util.Iterator;
import java.util.Optional;

/**
 * A job that adds up a number for each key, so that only {@code map} is left to be written. A line of output is the key
 * as text, a tabulator, the sum; the rank is the sum.
 *
 * @param <K> the keys
 */
public abstract class SumJob<K> implements Job<K, Long> {

    private final Codec<K> keys;

    /**
     * The job.
     *
     * @param keys how keys travel
     */
    protected SumJob(Codec<K> keys) {
        this.keys = keys;
    }

    @Override
    public final Codec<K> keys() {
        return keys;
    }

    @Override
    public final Codec<Long> values() {
        return Codec.LONG;
    }

    @Override
    public final Optional<Combiner<Long>> combiner() {
        return Optional.of(Combiner.SUM);
    }

    @Override
    public void reduce(K key, Iterator<Long> numbers, Output out) {
        long sum = Output.sum(numbers);
        out.line(sum, key + "\t" + sum);
    }
}

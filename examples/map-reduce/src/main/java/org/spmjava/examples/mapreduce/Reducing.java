package org.spmjava.examples.mapreduce;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Reduces one partition: its runs are merged, and each key goes to the job with all its values. */
final class Reducing<K, V> {

    private final Job<K, V> job;
    private final Budget budget;
    private final Supplier<Path> files;
    private long keyCount;

    Reducing(Job<K, V> job, Budget budget, Supplier<Path> files) {
        this.job = job;
        this.budget = budget;
        this.files = files;
    }

    void run(List<Segment> segments, Output out) throws Exception {
        Codec<K> keys = job.keys();
        ByteReader reader = new ByteReader();
        try (Merge merge = Merge.of(segments, Combining.of(job), budget, files)) {
            Values<V> values = new Values<>(merge, job.values());
            while (merge.nextKey()) {
                keyCount++;
                byte[] key = merge.key();
                out.key(key);
                values.begin();
                job.reduce(keys.read(reader.over(key, 0, key.length)), values, out);
            }
        }
    }

    long keyCount() {
        return keyCount;
    }

    /** The values of the merge's key. */
    private static final class Values<V> implements Iterator<V> {
        private final Merge merge;
        private final Codec<V> codec;
        private final ByteReader reader = new ByteReader();
        private boolean known;
        private boolean has;

        Values(Merge merge, Codec<V> codec) {
            this.merge = merge;
            this.codec = codec;
        }

        void begin() {
            known = false;
        }

        @Override
        public boolean hasNext() {
            if (!known) {
                has = merge.nextValue();
                known = true;
            }
            return has;
        }

        @Override
        public V next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            known = false;
            RunReader head = merge.head();
            return codec.read(reader.over(head.bytes(), head.keyTo(), head.valueTo()));
        }
    }
}

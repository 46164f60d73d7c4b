package org.spmjava.examples.mapreduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Maps one split: what the job emits is kept, combined, within a bound of memory, and written to sorted runs whenever
 * that is full, and at the end.
 */
final class Mapping<K, V> implements Emitter<K, V> {

    /** How many keys with values a job emitted. */
    static final String EMITTED = "emitted";
    /** How many sorted runs were written. */
    static final String RUNS = "sorted runs";
    /** How many lines were malformed. */
    static final String MALFORMED = "malformed lines left out";

    private final Job<K, V> job;
    private final Budget budget;
    private final int partitions;
    private final Supplier<Path> files;
    private final Codec<K> keys;
    private final Codec<V> values;
    private final boolean sums;
    private final KeyTable table;
    private final Counters counters = new Counters();
    private final ByteWriter key = new ByteWriter();
    private final ByteWriter value = new ByteWriter();
    private final List<List<Segment>> segments = new ArrayList<>();
    private long emitted;
    private int spills;

    /**
     * Prepares.
     *
     * @param job what to compute
     * @param budget how much memory
     * @param partitions how many parts the keys are divided into
     * @param files names new files, for runs
     */
    Mapping(Job<K, V> job, Budget budget, int partitions, Supplier<Path> files) {
        this.job = job;
        this.budget = budget;
        this.partitions = partitions;
        this.files = files;
        this.keys = job.keys();
        this.values = job.values();
        Combining<V> combining = Combining.of(job);
        this.sums = combining != null && combining.sums();
        this.table = new KeyTable(combining, budget.table());
        for (int i = 0; i < partitions; i++) {
            segments.add(new ArrayList<>());
        }
    }

    /** Maps a split, on a Spoke. */
    static Mapping<?, ?> of(WorkOrder order, Split split, boolean skipsMalformed) throws Exception {
        return of(order.makeJob(), order, split, skipsMalformed);
    }

    private static <K, V> Mapping<K, V> of(Job<K, V> job, WorkOrder order, Split split, boolean skipsMalformed)
            throws Exception {
        Mapping<K, V> mapping = new Mapping<>(job, order.budget(), order.partitions(), order.files());
        mapping.run(split, skipsMalformed);
        return mapping;
    }

    /**
     * Maps.
     *
     * @param skipsMalformed whether malformed lines are counted rather than refused
     */
    void run(Split split, boolean skipsMalformed) throws Exception {
        Line line = new Line(split, what -> {
            if (!skipsMalformed) {
                throw new JobException(what);
            }
            counters.add(MALFORMED, 1);
        });
        Lines lines = new Lines(job, line);
        try (SplitReader reader = new SplitReader(split, job, budget)) {
            while (reader.next(lines)) {
                job.mapAll(lines, this);
            }
        }
        spill();
    }

    @Override
    public void emit(K emittedKey, V emittedValue) {
        key.clear();
        keys.write(emittedKey, key);
        emitBytes(key.array(), 0, key.length(), emittedValue);
    }

    @Override
    public void emitBytes(byte[] bytes, int from, int to, V emittedValue) {
        emitted++;
        if (sums) {
            long more = (Long) emittedValue;
            if (!table.add(bytes, from, to, more)) {
                makeRoom(to - from + Long.BYTES);
                if (!table.add(bytes, from, to, more)) {
                    throw tooLarge(to - from + Long.BYTES);
                }
            }
            return;
        }
        value.clear();
        values.write(emittedValue, value);
        if (!table.put(bytes, from, to, value)) {
            makeRoom(to - from + value.length());
            if (!table.put(bytes, from, to, value)) {
                throw tooLarge(to - from + value.length());
            }
        }
    }

    private void makeRoom(int needed) {
        if (table.size() == 0) {
            throw tooLarge(needed);
        }
        spill();
    }

    private static JobException tooLarge(int needed) {
        return new JobException("a key and its value take " + needed + " bytes, more than --memory allows for");
    }

    private void spill() {
        if (table.size() == 0) {
            return;
        }
        spills++;
        int[] counts = new int[partitions];
        int[] places = table.byPartition(counts);
        KeySort sort = new KeySort(table, places);
        byte[] arena = table.arena();
        try (RunWriter writer = new RunWriter(files.get(), budget.outputBuffer())) {
            int at = 0;
            for (int partition = 0; partition < partitions; partition++) {
                int end = at + counts[partition];
                sort.sort(at, end);
                long from = writer.position();
                for (; at < end; at++) {
                    int keyAt = table.keyAt(places[at]);
                    int valueAt = table.valueAt(places[at]);
                    writer.record(arena, keyAt, valueAt, arena, valueAt, valueAt + table.valueLength(places[at]));
                }
                if (writer.position() > from) {
                    segments.get(partition).add(new Segment(writer.file().toString(), from, writer.position()));
                }
            }
            writer.finish();
        }
        table.clear();
    }

    @Override
    public void count(String what, long by) {
        counters.add(what, by);
    }

    /** The runs that were written. */
    List<Placed> placed() {
        List<Placed> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            for (Segment segment : segments.get(partition)) {
                all.add(new Placed(partition, segment));
            }
        }
        return all;
    }

    /** What was counted, with what is counted of every job. */
    Map<String, Long> told() {
        counters.add(EMITTED, emitted);
        counters.add(RUNS, spills);
        return counters.values();
    }

    /** The most memory that the table took. */
    long peakBytes() {
        return table.peakBytes();
    }
}

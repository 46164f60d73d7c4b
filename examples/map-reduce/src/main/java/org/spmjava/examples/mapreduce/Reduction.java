package org.spmjava.examples.mapreduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one step with one part came to.
 *
 * @param keys how many keys there were
 * @param lines how many lines the job made
 * @param best of them
 * @param written what was written, if anything
 * @param counters what was counted
 */
record Reduction(
        long keys, long lines, List<Output.Ranked> best, Optional<Segment> written, Map<String, Long> counters) {

    /** Does a step, on a Spoke. */
    static Reduction of(WorkOrder order, ReducePartsTask.Step step, List<Segment> runs, int top, String directory)
            throws Exception {
        return switch (step) {
            case OPEN -> open();
            case RANK -> reduce(order, order.makeJob(), runs, top, null, false);
            case SORT -> reduce(order, order.makeJob(), runs, top, order.files().get(), true);
            case WRITE ->
                reduce(order, order.makeJob(), runs, top, order.files(directory).get(), false);
            case MERGE -> merge(order, runs, order.files(directory).get());
        };
    }

    /** A directory among the session's temporary files, which vanish with the session, however it ends. */
    private static Reduction open() throws IOException {
        Path directory = Files.createTempDirectory("map-reduce-");
        return new Reduction(0, 0, List.of(), Optional.of(new Segment(directory.toString(), 0, 0)), Map.of());
    }

    private static <K, V> Reduction reduce(
            WorkOrder order, Job<K, V> job, List<Segment> runs, int top, Path file, boolean asRun) throws Exception {
        Budget budget = order.budget();
        Counters counters = new Counters();
        Reducing<K, V> reducing = new Reducing<>(job, budget, order.files());
        if (file == null) {
            Output out = new Output(top, (key, text, from, to) -> {}, counters);
            reducing.run(runs, out);
            return new Reduction(reducing.keyCount(), out.lines(), out.best(), Optional.empty(), counters.values());
        }
        try (RunWriter writer = new RunWriter(file, budget.outputBuffer())) {
            Output.LineSink sink = asRun
                    ? (key, text, from, to) -> writer.record(key, 0, key.length, text, from, to)
                    : (key, text, from, to) -> writeLine(writer, text, from, to);
            Output out = new Output(top, sink, counters);
            reducing.run(runs, out);
            writer.finish();
            return new Reduction(
                    reducing.keyCount(),
                    out.lines(),
                    out.best(),
                    Optional.of(new Segment(file.toString(), 0, writer.position())),
                    counters.values());
        }
    }

    private static void writeLine(RunWriter writer, byte[] text, int from, int to) {
        writer.bytes(text, from, to);
        writer.singleByte('\n');
    }

    /** All lines, in the order of their keys; those of one key in the order in which they were made. */
    private static Reduction merge(WorkOrder order, List<Segment> runs, Path file) {
        Budget budget = order.budget();
        try (Merge merge = Merge.of(runs, null, budget, order.files());
                RunWriter writer = new RunWriter(file, budget.outputBuffer())) {
            while (merge.nextKey()) {
                while (merge.nextValue()) {
                    RunReader head = merge.head();
                    writeLine(writer, head.bytes(), head.keyTo(), head.valueTo());
                }
            }
            writer.finish();
            return new Reduction(
                    0, 0, List.of(), Optional.of(new Segment(file.toString(), 0, writer.position())), Map.of());
        }
    }
}

package org.spmjava.examples.mapreduce;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/** Reduces partitions, each by a task; the Hub combines the best lines of each into the best of all. */
@TaskManager(typedef = "Reduce.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.CENTRALIZED)
public final class ReduceParts {

    private final ReducePartsManager manager;
    private Attempts<ReducePartsTask.Reduced> attempts;

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    ReduceParts(VirtualCloud cloud) {
        manager = ReducePartsManager.define(cloud, this::taskStat);
    }

    /**
     * What there is to do with some runs.
     *
     * @param step what
     * @param partition of which keys
     * @param runs the sorted records
     */
    record Part(ReducePartsTask.Step step, int partition, List<Segment> runs) {}

    /**
     * Where lines go.
     *
     * @param top how many of the best are told
     * @param directory where files are written; empty if none are
     */
    record Target(int top, String directory) {}

    /** Stage 0: a task for each part that has not returned, until all have. */
    @Offline
    @Hub
    ReducePartsTask.Reduced reduce(
            WorkOrder order, List<Part> parts, Target target, Limits limits, Pool pool, List<Conclusion> conclusions)
            throws Exception {
        attempts = new Attempts<>(parts.stream().map(ReduceParts::label).toList(), limits);
        int commands = 0;
        while (attempts.begin()) {
            for (int piece : attempts.pieces()) {
                push(order, parts.get(piece), target, limits);
            }
            conclusions.add(
                    manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, limits.waitForSpokes(), limits.all()));
            commands++;
            attempts.check();
        }
        return commands == 1
                ? manager.aggregate().orElseThrow()
                : attempts.results().stream().reduce(ReduceParts::sum).orElseThrow();
    }

    private static String label(Part part) {
        return part.step().name().toLowerCase(java.util.Locale.ROOT) + " partition " + part.partition();
    }

    @Offline
    @Hub
    private void push(WorkOrder order, Part part, Target target, Limits limits) {
        manager.task()
                .label(label(part))
                .module(ReducePartsTask.Module.REDUCE_PARTS)
                .timeout(limits.each())
                .work(ReducePartsTask.Work.of(order.job(), order.directory())
                        .withSettings(order.settings())
                        .withMemory(order.memoryBytes())
                        .withPartitions(order.partitions()))
                .step(part.step())
                .partition(part.partition())
                .runs(part.runs().stream()
                        .map(run -> ReducePartsTask.Run.of(part.partition(), run.file(), run.from(), run.to()))
                        .toList())
                .top(target.top())
                .directory(target.directory())
                .push();
    }

    /** Stage 1: notes what became of a task. */
    @Online
    @Hub
    private void taskStat(TaskStatus<ReducePartsTask, ReducePartsTask.Reduced> status) {
        attempts.note(status);
    }

    /** Stage 2: does one step with one part. */
    @Online
    @Spoke
    static ReducePartsTask.Reduced taskEval(ReducePartsTask task) throws Exception {
        ReducePartsTask.Work work = task.work();
        WorkOrder order =
                new WorkOrder(work.job(), work.settings(), work.directory(), work.memory(), work.partitions());
        Reduction done = Reduction.of(
                order,
                task.step(),
                task.runs().stream()
                        .map(run -> new Segment(run.file(), run.from(), run.to()))
                        .toList(),
                task.top(),
                task.directory());
        return ReducePartsTask.Reduced.of(done.keys(), done.lines(), task.top())
                .withBest(done.best().stream()
                        .map(best -> ReducePartsTask.Best.of(best.rank(), best.key(), best.line()))
                        .toList())
                .withWritten(done
                        .written()
                        .map(run -> ReducePartsTask.Run.of(task.partition(), run.file(), run.from(), run.to()))
                        .stream()
                        .toList())
                .withCounters(done.counters());
    }

    // tag::reduce[]
    /** Puts together what is known of some partitions and of others: the best of both are the best of all. */
    @Online
    @Hub
    static ReducePartsTask.Reduced taskReduce(ReducePartsTask.Reduced left, ReducePartsTask.Reduced right) {
        return sum(left, right);
    }
    // end::reduce[]

    private static ReducePartsTask.Reduced sum(ReducePartsTask.Reduced left, ReducePartsTask.Reduced right) {
        Map<String, Long> counters = Counters.sum(left.counters(), right.counters());
        return ReducePartsTask.Reduced.of(left.keys() + right.keys(), left.lines() + right.lines(), left.top())
                .withBest(Stream.concat(left.best().stream(), right.best().stream())
                        .map(best -> new Output.Ranked(best.rank(), best.key(), best.line()))
                        .sorted(Output.BEST_FIRST)
                        .limit(left.top())
                        .map(best -> ReducePartsTask.Best.of(best.rank(), best.key(), best.line()))
                        .toList())
                .withWritten(Stream.concat(left.written().stream(), right.written().stream())
                        .toList())
                .withCounters(counters);
    }
}

package org.spmjava.examples.mapreduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * Maps splits; the Spokes keep what they wrote, share it out by partition, and merge the runs of a partition when they
 * become many. The Hub is told of a few runs a partition. A lost Spoke costs all of it, since it is one unit.
 */
@TaskManager(typedef = "Shuffle.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.DECENTRALIZED)
public final class MapDecentral {

    /** The key of what is counted, which is of no partition. */
    private static final int COUNTED = -1;

    private final MapDecentralManager manager;
    private Attempts<Map<Integer, MapDecentralTask.Mapped>> attempts;

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    MapDecentral(VirtualCloud cloud) {
        manager = MapDecentralManager.define(cloud, this::taskStat);
    }

    /** Stage 0: a task for each split, all of them again if a Spoke is lost. */
    @Offline
    @Hub
    Gathered map(WorkOrder order, List<Split> splits, boolean skipMalformed, Limits limits, Pool pool)
            throws Exception {
        List<Conclusion> conclusions = new ArrayList<>();
        attempts = new Attempts<>(splits.stream().map(Split::label).toList(), limits);
        do {
            attempts.beginAll();
            for (Split split : splits) {
                push(order, split, skipMalformed, limits);
            }
            conclusions.add(
                    manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, limits.waitForSpokes(), limits.all()));
            attempts.check();
        } while (!conclusions.get(conclusions.size() - 1).concludedWell());
        Map<Integer, MapDecentralTask.Mapped> all = manager.aggregate().orElseThrow();
        List<Placed> placed = new ArrayList<>();
        all.values().forEach(mapped -> placed.addAll(placed(mapped)));
        return new Gathered(conclusions, placed, new TreeMap<>(all.get(COUNTED).counters()));
    }

    @Offline
    @Hub
    private void push(WorkOrder order, Split split, boolean skipMalformed, Limits limits) {
        manager.task()
                .label(split.label())
                .module(MapDecentralTask.Module.MAP_DECENTRAL)
                .timeout(limits.each())
                .work(MapDecentralTask.Work.of(order.job(), order.directory())
                        .withSettings(order.settings())
                        .withMemory(order.memoryBytes())
                        .withPartitions(order.partitions()))
                .split(MapDecentralTask.Range.of(
                        split.file(), split.from(), split.to(), split.input(), split.fileBytes(), split.modifiedMs()))
                .skipMalformed(skipMalformed)
                .push();
    }

    /** Stage 1: notes what became of a task. */
    @Online
    @Hub
    private void taskStat(TaskStatus<MapDecentralTask, Map<Integer, MapDecentralTask.Mapped>> status) {
        attempts.note(status);
    }

    /** Stage 2: maps one split. */
    @Online
    @Spoke
    static Map<Integer, MapDecentralTask.Mapped> taskEval(MapDecentralTask task) throws Exception {
        MapDecentralTask.Range split = task.split();
        Mapping<?, ?> mapping = Mapping.of(
                order(task.work()),
                new Split(split.file(), split.from(), split.to(), split.input(), split.fileBytes(), split.modifiedMs()),
                task.skipMalformed());
        Map<Integer, List<Segment>> byPartition = new TreeMap<>();
        for (Placed run : mapping.placed()) {
            byPartition
                    .computeIfAbsent(run.partition(), none -> new ArrayList<>())
                    .add(run.segment());
        }
        Map<Integer, MapDecentralTask.Mapped> told = new TreeMap<>();
        byPartition.forEach((partition, segments) ->
                told.put(partition, MapDecentralTask.Mapped.of(task.work()).withRuns(runs(partition, segments))));
        told.put(COUNTED, MapDecentralTask.Mapped.of(task.work()).withCounters(mapping.told()));
        return told;
    }

    // tag::reduce[]
    /** Puts together the runs of one partition, and merges the smallest while they are too many to be read at once. */
    @Online
    @Spoke
    static MapDecentralTask.Mapped taskReduce(MapDecentralTask.Mapped left, MapDecentralTask.Mapped right) {
        List<Placed> runs = new ArrayList<>(placed(left));
        runs.addAll(placed(right));
        MapDecentralTask.Mapped both =
                MapDecentralTask.Mapped.of(left.work()).withCounters(Counters.sum(left.counters(), right.counters()));
        if (runs.isEmpty()) {
            return both;
        }
        WorkOrder order = order(left.work());
        List<Segment> merged = Merge.reduce(
                runs.stream().map(Placed::segment).toList(),
                order.budget().fanIn(),
                Combining.of(order.makeJob()),
                order.budget(),
                order.files());
        return both.withRuns(runs(runs.get(0).partition(), merged));
    }
    // end::reduce[]

    private static WorkOrder order(MapDecentralTask.Work work) {
        return new WorkOrder(work.job(), work.settings(), work.directory(), work.memory(), work.partitions());
    }

    private static List<MapDecentralTask.Run> runs(int partition, List<Segment> segments) {
        return segments.stream()
                .map(segment -> MapDecentralTask.Run.of(partition, segment.file(), segment.from(), segment.to()))
                .toList();
    }

    private static List<Placed> placed(MapDecentralTask.Mapped mapped) {
        return mapped.runs().stream()
                .map(run -> new Placed(run.partition(), new Segment(run.file(), run.from(), run.to())))
                .toList();
    }
}

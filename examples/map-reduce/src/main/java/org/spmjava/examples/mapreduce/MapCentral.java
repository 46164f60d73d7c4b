package org.spmjava.examples.mapreduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Maps splits; the Hub is told of every run that was written, and puts the news together. A lost Spoke costs the split
 * that it was at: what it had returned stands on the disk.
 */
@TaskManager(typedef = "Map.spmtype", pattern = Pattern.AGGREGATE, policy = Policy.CENTRALIZED)
public final class MapCentral {

    private final MapCentralManager manager;
    private Attempts<MapCentralTask.Mapped> attempts;

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    MapCentral(VirtualCloud cloud) {
        manager = MapCentralManager.define(cloud, this::taskStat);
    }

    /** Stage 0: a task for each split that has not returned, until all have. */
    @Offline
    @Hub
    Gathered map(WorkOrder order, List<Split> splits, boolean skipMalformed, Limits limits, Pool pool)
            throws Exception {
        attempts = new Attempts<>(splits.stream().map(Split::label).toList(), limits);
        List<Conclusion> conclusions = new ArrayList<>();
        while (attempts.begin()) {
            for (int piece : attempts.pieces()) {
                push(order, splits.get(piece), skipMalformed, limits);
            }
            conclusions.add(
                    manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, limits.waitForSpokes(), limits.all()));
            attempts.check();
        }
        MapCentralTask.Mapped all = conclusions.size() == 1
                ? manager.aggregate().orElseThrow()
                : attempts.results().stream().reduce(MapCentral::sum).orElseThrow();
        return new Gathered(conclusions, placed(all), all.counters());
    }

    @Offline
    @Hub
    private void push(WorkOrder order, Split split, boolean skipMalformed, Limits limits) {
        manager.task()
                .label(split.label())
                .module(MapCentralTask.Module.MAP_CENTRAL)
                .timeout(limits.each())
                .work(MapCentralTask.Work.of(order.job(), order.directory())
                        .withSettings(order.settings())
                        .withMemory(order.memoryBytes())
                        .withPartitions(order.partitions()))
                .split(MapCentralTask.Range.of(
                        split.file(), split.from(), split.to(), split.input(), split.fileBytes(), split.modifiedMs()))
                .skipMalformed(skipMalformed)
                .push();
    }

    /** Stage 1: notes what became of a task. */
    @Online
    @Hub
    private void taskStat(TaskStatus<MapCentralTask, MapCentralTask.Mapped> status) {
        attempts.note(status);
    }

    /** Stage 2: maps one split. */
    @Online
    @Spoke
    static MapCentralTask.Mapped taskEval(MapCentralTask task) throws Exception {
        MapCentralTask.Work work = task.work();
        MapCentralTask.Range split = task.split();
        Mapping<?, ?> mapping = Mapping.of(
                new WorkOrder(work.job(), work.settings(), work.directory(), work.memory(), work.partitions()),
                new Split(split.file(), split.from(), split.to(), split.input(), split.fileBytes(), split.modifiedMs()),
                task.skipMalformed());
        return MapCentralTask.Mapped.of(work)
                .withRuns(mapping.placed().stream()
                        .map(run -> MapCentralTask.Run.of(
                                run.partition(),
                                run.segment().file(),
                                run.segment().from(),
                                run.segment().to()))
                        .toList())
                .withCounters(mapping.told());
    }

    // tag::reduce[]
    /** Puts together what is known of some splits and of others: where their runs are. */
    @Online
    @Hub
    static MapCentralTask.Mapped taskReduce(MapCentralTask.Mapped left, MapCentralTask.Mapped right) {
        return sum(left, right);
    }
    // end::reduce[]

    private static MapCentralTask.Mapped sum(MapCentralTask.Mapped left, MapCentralTask.Mapped right) {
        List<MapCentralTask.Run> runs = new ArrayList<>(left.runs());
        runs.addAll(right.runs());
        Map<String, Long> counters = Counters.sum(left.counters(), right.counters());
        return MapCentralTask.Mapped.of(left.work()).withRuns(runs).withCounters(counters);
    }

    private static List<Placed> placed(MapCentralTask.Mapped mapped) {
        return mapped.runs().stream()
                .map(run -> new Placed(run.partition(), new Segment(run.file(), run.from(), run.to())))
                .toList();
    }
}

package org.spmjava.examples.mapreduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spmjava.api.Conclusion;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.UserError;

/** Runs one job: opens a directory for runs, maps, reduces, gives the output its name, and leaves nothing else. */
final class JobRun {

    private final Session session;
    private final Limits limits;
    private final ReduceParts reduce;
    private final List<Conclusion> conclusions = new ArrayList<>();

    /**
     * A run in a session.
     *
     * @param session where
     * @param limits how long it may take
     */
    @Offline
    @Hub
    JobRun(Session session, Limits limits) {
        this.session = session;
        this.limits = limits;
        this.reduce = session.closure(ReduceParts.class, ReduceParts::new);
    }

    /**
     * What there is to do.
     *
     * @param order the job; its directory is not yet known
     * @param splits the input
     * @param skipMalformed whether malformed lines are counted rather than refused
     * @param decentralized whether the Spokes keep what they wrote, or tell the Hub
     * @param top how many of the best lines are wanted
     * @param output the file, or the directory of parts; null if none is wanted
     * @param parts whether it is a directory
     */
    record Plan(
            WorkOrder order,
            List<Split> splits,
            boolean skipMalformed,
            boolean decentralized,
            int top,
            Path output,
            boolean parts) {}

    /**
     * What came of it.
     *
     * @param keys how many keys there were
     * @param lines how many lines of output
     * @param best the best of them, the best first
     * @param counters what was counted
     * @param conclusions of all commands
     */
    record Result(long keys, long lines, List<byte[]> best, Map<String, Long> counters, List<Conclusion> conclusions) {}

    /** Does it. */
    @Offline
    @Hub
    Result run(Plan plan) throws Exception {
        if (plan.splits().isEmpty()) {
            publish(List.of(), plan);
            return new Result(0, 0, List.of(), Map.of(), conclusions);
        }
        Path directory =
                Path.of(written(step(plan.order(), ReducePartsTask.Step.OPEN, List.of(), new ReduceParts.Target(0, "")))
                        .get(0)
                        .file());
        try {
            return run(plan, directory);
        } finally {
            delete(directory);
        }
    }

    private Result run(Plan plan, Path directory) throws Exception {
        WorkOrder order = new WorkOrder(
                plan.order().job(),
                plan.order().settings(),
                directory.toString(),
                plan.order().memoryBytes(),
                plan.order().partitions());
        Gathered gathered = plan.decentralized()
                ? session.closure(MapDecentral.class, MapDecentral::new)
                        .map(order, plan.splits(), plan.skipMalformed(), limits, session.pool())
                : session.closure(MapCentral.class, MapCentral::new)
                        .map(order, plan.splits(), plan.skipMalformed(), limits, session.pool());
        conclusions.addAll(gathered.conclusions());
        boolean merges = plan.output() != null && !plan.parts() && order.partitions() > 1;
        Path outputs = plan.output() == null ? null : plan.parts() ? plan.output() : parentOf(plan.output());
        ReducePartsTask.Step step = plan.output() == null
                ? ReducePartsTask.Step.RANK
                : merges ? ReducePartsTask.Step.SORT : ReducePartsTask.Step.WRITE;
        ReduceParts.Target target = new ReduceParts.Target(plan.top(), outputs == null ? "" : outputs.toString());
        try {
            ReducePartsTask.Reduced reduced = reduce.reduce(
                    order,
                    parts(step, order.partitions(), gathered.runs()),
                    target,
                    limits,
                    session.pool(),
                    conclusions);
            List<Segment> files = written(reduced);
            if (merges) {
                files = written(step(order, ReducePartsTask.Step.MERGE, files, target));
            }
            if (plan.output() != null) {
                publish(files, plan);
            }
            return new Result(
                    reduced.keys(),
                    reduced.lines(),
                    reduced.best().stream().map(ReducePartsTask.Best::line).toList(),
                    Counters.sum(gathered.counters(), reduced.counters()),
                    conclusions);
        } finally {
            if (outputs != null) {
                deleteDrafts(outputs, directory);
            }
        }
    }

    /** A step that is one task, of no partition in particular. */
    private ReducePartsTask.Reduced step(
            WorkOrder order, ReducePartsTask.Step step, List<Segment> runs, ReduceParts.Target target)
            throws Exception {
        List<ReduceParts.Part> part = List.of(new ReduceParts.Part(step, 0, runs));
        return reduce.reduce(order, part, target, limits, session.pool(), conclusions);
    }

    private static List<ReduceParts.Part> parts(ReducePartsTask.Step step, int partitions, List<Placed> runs) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new ReduceParts.Part(
                        step,
                        partition,
                        runs.stream()
                                .filter(run -> run.partition() == partition)
                                .map(Placed::segment)
                                .toList()))
                .toList();
    }

    /** What was written, in the order of the partitions. */
    private static List<Segment> written(ReducePartsTask.Reduced reduced) {
        return reduced.written().stream()
                .sorted(Comparator.comparingInt(ReducePartsTask.Run::partition))
                .map(run -> new Segment(run.file(), run.from(), run.to()))
                .toList();
    }

    /** Gives what was written its name, all at once for each file. */
    private static void publish(List<Segment> written, Plan plan) throws UserError {
        if (plan.output() == null) {
            return;
        }
        try {
            if (written.isEmpty()) {
                Files.deleteIfExists(target(plan, 0));
                Files.createFile(target(plan, 0));
            }
            for (int i = 0; i < written.size(); i++) {
                Files.move(
                        Path.of(written.get(i).file()),
                        target(plan, i),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UserError("cannot write " + plan.output() + ": " + Inputs.reason(e));
        }
    }

    private static Path target(Plan plan, int part) {
        return plan.parts() ? plan.output().resolve(String.format("part-%05d", part)) : plan.output();
    }

    private static Path parentOf(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /** Deletes what attempts wrote that did not return. */
    private static void deleteDrafts(Path outputs, Path directory) {
        String prefix = WorkOrder.draftPrefix(directory);
        try (Stream<Path> files = Files.list(outputs)) {
            files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .forEach(JobRun::deleteFile);
        } catch (IOException gone) {
            // Then there is nothing left in it.
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(JobRun::deleteFile);
        } catch (IOException gone) {
            return;
        }
        deleteFile(directory);
    }

    /** As far as it can be: what is left of runs goes with the session. */
    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            return;
        }
    }
}

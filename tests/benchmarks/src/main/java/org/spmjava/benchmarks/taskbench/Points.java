package org.spmjava.benchmarks.taskbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskRef;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;

/**
 * Coarse grain: each point is a task of a DAG. Coarse tasks are handed nothing by those before them, so they do what
 * the commands of a makefile do: each leaves its output in a file, here one that all Spokes map, and the manager sees
 * to it that it is there before anybody reads it.
 */
@TaskManager(typedef = "TaskBenchPoint.spmtype", pattern = Pattern.DAG)
final class Points implements Body {

    private static final Timeout EACH = Timeout.afterSeconds(60);
    private static final Timeout LIMIT = Timeout.afterSeconds(120);

    /** What this process, as a Spoke, computed last. */
    private static Mapped mapped;

    private final PointsManager manager;
    private final Pool pool;
    private final SpokeCount spokes;

    /** A file of outputs in memory, and a kernel. */
    private record Mapped(String path, MappedByteBuffer outputs, Kernel kernel) {

        static Mapped of(String path) {
            try (FileChannel file =
                    FileChannel.open(Path.of(path), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return new Mapped(path, file.map(FileChannel.MapMode.READ_WRITE, 0, file.size()), new Kernel());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Offline
    @Hub
    Points(VirtualCloud cloud, int spokes) {
        this.manager = PointsManager.define(cloud, status -> status.returnValue());
        this.pool = cloud.intraAll();
        this.spokes = SpokeCount.of(spokes);
    }

    /** {@inheritDoc} Both building the graph and running it count. */
    @Override
    @Offline
    @Hub
    public long run(TaskGraph graph, long iterations, int outputBytes) throws Exception {
        Path outputs = Files.createTempFile("task-bench", ".outputs");
        try (FileChannel file = FileChannel.open(outputs, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            file.map(FileChannel.MapMode.READ_WRITE, 0, (long) graph.steps() * graph.width() * outputBytes);
            long startNs = System.nanoTime();
            push(graph, iterations, outputBytes, outputs.toString());
            Conclusion conclusion = manager.manage(pool, spokes, spokes, LIMIT, LIMIT);
            long elapsedNs = System.nanoTime() - startNs;
            if (!conclusion.concludedWell() || conclusion.tasks().size() != graph.tasks()) {
                throw new IllegalStateException(conclusion.toString());
            }
            return elapsedNs;
        } finally {
            Files.delete(outputs);
        }
    }

    private void push(TaskGraph graph, long iterations, int outputBytes, String outputs) {
        TaskRef[] before = new TaskRef[graph.width()];
        for (int step = 0; step < graph.steps(); step++) {
            TaskRef[] row = new TaskRef[graph.width()];
            int first = graph.offset(step);
            for (int point = first; point < first + graph.width(step); point++) {
                List<TaskRef> inputs = new ArrayList<>();
                for (int input : graph.inputs(step, point)) {
                    inputs.add(before[input]);
                }
                row[point] = manager.task()
                        .label("a point")
                        .module(PointsTask.Module.POINTS)
                        .timeout(EACH)
                        .outputs(outputs)
                        .dependence(graph.dependence().name())
                        .steps(graph.steps())
                        .width(graph.width())
                        .radix(graph.radix())
                        .period(graph.period())
                        .fraction(graph.fraction())
                        .outputBytes(outputBytes)
                        .iterations(iterations)
                        .step(step)
                        .point(point)
                        .after(inputs.toArray(TaskRef[]::new))
                        .push();
            }
            before = row;
        }
    }

    @Online
    @Spoke
    static double taskEval(PointsTask task) {
        TaskGraph graph = new TaskGraph(
                Dependence.valueOf(task.dependence()),
                task.steps(),
                task.width(),
                task.radix(),
                task.period(),
                task.fraction());
        if (mapped == null || !mapped.path.equals(task.outputs())) {
            mapped = Mapped.of(task.outputs());
        }
        int outputBytes = task.outputBytes();
        int step = task.step();
        for (int input : graph.inputs(step, task.point())) {
            int index = ((step - 1) * graph.width() + input) * outputBytes;
            Outputs.require(mapped.outputs, index, outputBytes, step - 1, input);
        }
        int index = (step * graph.width() + task.point()) * outputBytes;
        Outputs.write(mapped.outputs, index, outputBytes, step, task.point());
        return mapped.kernel.run(task.iterations());
    }
}

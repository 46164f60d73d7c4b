package org.spmjava.benchmarks.taskbench;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.Communicator;

/** Fine grain, general: each Spoke has a block of columns, and sends its outputs to the Spokes that need them. */
@TaskManager(typedef = "TaskBenchBlock.spmtype", pattern = Pattern.TEMPLATE, grain = Grain.GENERAL)
final class Blocks implements Body {

    private static final Timeout LIMIT = Timeout.afterSeconds(120);
    private static final int ROUNDS = 2;

    private final BlocksManager manager;
    private final Pool pool;
    private final int spokes;
    private long longestNs;

    @Offline
    @Hub
    Blocks(VirtualCloud cloud, int spokes) {
        this.manager = BlocksManager.define(cloud, this::taskStat);
        this.pool = cloud.intraAll();
        this.spokes = spokes;
    }

    /** {@inheritDoc} As the program for MPI does, it runs the graph twice, and counts the second time. */
    @Override
    @Offline
    @Hub
    public long run(TaskGraph graph, long iterations, int outputBytes) throws Exception {
        longestNs = 0;
        manager.task()
                .label("a block of columns")
                .module(BlocksTask.Module.BLOCKS)
                .timeout(LIMIT)
                .dependence(graph.dependence().name())
                .steps(graph.steps())
                .width(graph.width())
                .radix(graph.radix())
                .period(graph.period())
                .fraction(graph.fraction())
                .outputBytes(outputBytes)
                .iterations(iterations)
                .rounds(ROUNDS)
                .push();
        SpokeCount blocks = SpokeCount.of(Math.min(spokes, graph.width()));
        Conclusion conclusion = manager.manage(pool, blocks, blocks, LIMIT, LIMIT);
        if (!conclusion.concludedWell()) {
            throw new IllegalStateException(conclusion.toString());
        }
        return longestNs;
    }

    @Online
    @Hub
    private void taskStat(TaskStatus<BlocksTask, Long> status) {
        longestNs = Math.max(longestNs, status.returnValue());
    }

    @Online
    @Spoke
    static long taskEval(BlocksTask task, Communicator unit) {
        TaskGraph graph = new TaskGraph(
                Dependence.valueOf(task.dependence()),
                task.steps(),
                task.width(),
                task.radix(),
                task.period(),
                task.fraction());
        BlockRun run = new BlockRun(graph, unit, task.outputBytes(), task.iterations());
        long elapsedNs = 0;
        for (int round = 0; round < task.rounds(); round++) {
            elapsedNs = run.run();
        }
        if (run.computed() == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return elapsedNs;
    }
}

package org.spmjava.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.api.annotation.Online;
import org.spmjava.api.annotation.Spoke;
import org.spmjava.api.annotation.TaskManager;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.examples.graph.AnalysisTask.Algorithm;
import org.spmjava.examples.graph.AnalysisTask.Findings;
import org.spmjava.examples.graph.AnalysisTask.Input;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.input.GraphFile;
import org.spmjava.examples.graph.input.Header;
import org.spmjava.examples.graph.input.InputException;
import org.spmjava.examples.graph.input.Rmat;
import org.spmjava.examples.graph.input.Source;
import org.spmjava.examples.graph.kernel.Partition;

/** Loads a graph, a part on each Spoke, and runs algorithms on it. */
@TaskManager(typedef = "Analysis.spmtype", pattern = Pattern.GRAPH)
public final class Analysis {

    private final AnalysisManager manager;
    private Findings findings;

    /**
     * Declares and defines the closure.
     *
     * @param cloud the session
     */
    @Offline
    @Hub
    public Analysis(VirtualCloud cloud) {
        manager = AnalysisManager.define(cloud, this::taskStat);
    }

    /**
     * Stage 0: one payload, which every Spoke of the pool evaluates at the same time.
     *
     * @param input the graph
     * @param settings how the algorithms are run
     * @param algorithms which, in order
     * @param timeout how long it may take
     * @param pool where to run
     * @return what became of the tasks
     * @throws Exception if the session failed
     */
    @Offline
    @Hub
    public Conclusion run(Input input, Settings settings, List<Algorithm> algorithms, Timeout timeout, Pool pool)
            throws Exception {
        findings = null;
        manager.task()
                .label("analysis")
                .module(AnalysisTask.Module.ANALYSIS)
                .timeout(timeout)
                .input(input)
                .settings(settings)
                .algorithms(algorithms)
                .push();
        return manager.manage(pool, SpokeCount.DEFAULT, SpokeCount.DEFAULT, Timeout.afterSeconds(30), timeout);
    }

    /** Stage 1: all tasks find the same. */
    @Online
    @Hub
    private void taskStat(TaskStatus<AnalysisTask, Findings> status) {
        if (status.verdict() == Verdict.RETURNED) {
            findings = status.returnValue();
        }
    }

    // tag::evaluate[]
    /** Stage 2: takes part in loading, unless all tasks have their parts still, and in each algorithm. */
    @Online
    @Spoke
    static Findings taskEval(AnalysisTask task, GraphCommunicator tasks) throws IOException {
        long beginNs = System.nanoTime();
        boolean weighted = task.algorithms().contains(Algorithm.SSSP);
        Partition part = Kept.partition(task.input(), weighted, tasks);
        boolean kept = part != null;
        try {
            part = kept ? part : Kept.load(task.input(), weighted, tasks);
        } catch (InputException wrong) {
            return Findings.of().withMistake(wrong.getMessage());
        }
        tasks.barrier();
        long loadNs = System.nanoTime() - beginNs;
        return new Evaluation(part, task.settings(), tasks)
                .run(task.algorithms())
                .withLoadNs(loadNs)
                .withKept(kept);
    }
    // end::evaluate[]

    /** The source of a graph. */
    static Source source(Input input) {
        return input.file()
                .<Source>map(file -> new GraphFile(
                        Path.of(file), Header.valueOf(input.header().name())))
                .orElseGet(() -> new Rmat(input.scale(), input.edgeFactor(), input.seed()));
    }

    /**
     * What was found.
     *
     * @return {@code null} if the last run's tasks did not return
     */
    public Findings findings() {
        return findings;
    }
}

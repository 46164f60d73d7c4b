package org.spmjava.benchmarks.taskbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;

/** Measures bodies by Task Bench's rules, in a session that is open. */
final class Bench {

    private static final int PEAK_STEPS = 8;
    private static final long PEAK_ITERATIONS = 1 << 19;
    private static final int PEAK_REPETITIONS = 6;
    private static final double PROGRESS = 1.01;
    private static final int WARM_UP_STEPS = 500;
    private static final int WARM_UPS = 3;

    private final Body body;
    private final int spokes;
    private final int repetitions;
    private final int outputBytes;
    private double peakFlopsPerNs;

    /** Which body a session runs. */
    enum Grain {
        FINE,
        DAG;

        /** Where the search begins. */
        long start() {
            return this == FINE ? 1 << 9 : 1 << 11;
        }

        /** How many rows a graph has: so many that neither its first nor its last matter. */
        int steps() {
            return 2000;
        }
    }

    @Offline
    @Hub
    Bench(VirtualCloud cloud, Grain grain, int spokes, int repetitions, int outputBytes) {
        this.body = grain == Grain.FINE ? new Blocks(cloud, spokes) : new Points(cloud, spokes);
        this.spokes = spokes;
        this.repetitions = repetitions;
        this.outputBytes = outputBytes;
    }

    /**
     * What the Spokes do at the most together: the same kernel, in tasks so long that nothing else matters, until they
     * have not become faster for a while, since at first it is still being compiled.
     */
    @Offline
    @Hub
    double measurePeak() throws Exception {
        TaskGraph graph = new TaskGraph(Dependence.TRIVIAL, PEAK_STEPS, spokes, 0, 1, 0);
        for (int unchanged = 0; unchanged < PEAK_REPETITIONS; unchanged++) {
            double flopsPerNs = flops(graph, PEAK_ITERATIONS) / body.run(graph, PEAK_ITERATIONS, outputBytes);
            if (flopsPerNs > PROGRESS * peakFlopsPerNs) {
                unchanged = 0;
            }
            peakFlopsPerNs = Math.max(peakFlopsPerNs, flopsPerNs);
        }
        return peakFlopsPerNs;
    }

    /** Runs small graphs for a while: the way of a task is compiled after some 10,000 of them. */
    @Offline
    @Hub
    void warmUp(long forNs) throws Exception {
        TaskGraph graph = new TaskGraph(Dependence.STENCIL_1D, WARM_UP_STEPS, 2 * spokes, 0, 1, 0);
        long sinceNs = System.nanoTime();
        while (System.nanoTime() - sinceNs < forNs) {
            body.run(graph, 1, outputBytes);
        }
    }

    /** Searches for the answer of one graph. */
    @Offline
    @Hub
    Metg.Result metg(TaskGraph graph, long start) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            body.run(graph, start, outputBytes);
        }
        return Metg.search(start, peakFlopsPerNs, iterations -> {
            double elapsedNs = 0;
            for (int i = 0; i < repetitions; i++) {
                elapsedNs += body.run(graph, iterations, outputBytes) / (double) repetitions;
            }
            return new Metg.Sample(
                    iterations, elapsedNs * spokes / graph.tasks(), flops(graph, iterations) / elapsedNs);
        });
    }

    /** One run, as Task Bench's own programs print it. */
    @Offline
    @Hub
    List<String> lines(TaskGraph graph, long iterations) throws Exception {
        long elapsedNs = body.run(graph, iterations, outputBytes);
        List<String> lines = new ArrayList<>();
        lines.add("Total Tasks " + graph.tasks());
        lines.add("Total FLOPs " + (long) flops(graph, iterations));
        lines.add("Elapsed Time " + String.format(Locale.ROOT, "%e", elapsedNs / 1e9) + " seconds");
        lines.add("Iterations: " + iterations);
        lines.add("Time Steps: " + graph.steps());
        lines.add("Max Width: " + graph.width());
        lines.add("Output Bytes: " + outputBytes);
        return lines;
    }

    private static double flops(TaskGraph graph, long iterations) {
        return (double) graph.tasks() * Kernel.flops(iterations);
    }
}

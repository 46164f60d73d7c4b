package org.spmjava.benchmarks.acid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jgrapht.GraphMetrics;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Timeout;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.graph.Analysis;
import org.spmjava.examples.graph.AnalysisTask.Algorithm;
import org.spmjava.examples.graph.AnalysisTask.Announcement;
import org.spmjava.examples.graph.AnalysisTask.Findings;
import org.spmjava.examples.graph.AnalysisTask.Input;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.input.GraphFile;
import org.spmjava.examples.graph.input.Header;
import org.spmjava.examples.graph.serial.Oracle;

/** One program in Java on one graph, in a process of its own. Prints names, and their times in milliseconds. */
final class GraphPeer {

    private static final double TOLERANCE = 1e-4;
    private static final double DAMPING = 0.85;

    private GraphPeer() {}

    /** The program, the file, how often each algorithm runs, and of ours the Spokes, of others the iterations. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        int repetitions = Integer.parseInt(args[2]);
        int number = Integer.parseInt(args[3]);
        switch (args[0]) {
            case "ours" -> ours(file, repetitions, number);
            case "plain" -> plain(file, repetitions, number);
            case "jgrapht" -> jgrapht(file, repetitions, number);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void tell(String name, Stream<Double> ms) {
        System.out.println(
                name + ms.map(time -> String.format(Locale.ROOT, " %.3f", time)).collect(Collectors.joining()));
    }

    private static void time(String name, int repetitions, Runnable work) {
        Double[] ms = new Double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long beginNs = System.nanoTime();
            work.run();
            ms[i] = (System.nanoTime() - beginNs) / 1e6;
        }
        tell(name, Arrays.stream(ms));
    }

    private static void ours(Path file, int repetitions, int spokes) throws Exception {
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(spokes))) {
            Analysis analysis = new Analysis(cloud);
            Input input = Input.of().withFile(file.toString()).withHeader(Announcement.YES);
            Settings settings = Settings.of().withTolerance(TOLERANCE).withDamping(DAMPING);
            for (Algorithm algorithm : List.of(Algorithm.PAGERANK, Algorithm.BFS, Algorithm.CC, Algorithm.TC)) {
                analysis.run(
                        input,
                        settings.withRepeat(repetitions),
                        List.of(algorithm),
                        Timeout.afterSeconds(600),
                        cloud.intraAll());
                Findings findings = analysis.findings();
                if (!findings.kept()) {
                    tell("load", Stream.of(findings.loadNs() / 1e6));
                }
                if (algorithm == Algorithm.PAGERANK) {
                    tell("iterations", Stream.of((double)
                            findings.findings().get(0).supersteps()));
                }
                tell(
                        algorithm.name().toLowerCase(Locale.ROOT),
                        Arrays.stream(findings.findings().get(0).kernelNs()).mapToObj(ns -> ns / 1e6));
            }
        }
    }

    private static void plain(Path file, int repetitions, int iterations) throws Exception {
        long beginNs = System.nanoTime();
        Oracle graph = Oracle.of(new GraphFile(file, Header.YES), false, false);
        tell("load", Stream.of((System.nanoTime() - beginNs) / 1e6));
        int source = graph.busiest();
        time("pagerank", repetitions, () -> graph.pageRank(DAMPING, iterations));
        time("bfs", repetitions, () -> graph.levels(source));
        time("cc", repetitions, graph::components);
        time("tc", Math.min(3, repetitions), graph::triangles);
    }

    private static void jgrapht(Path file, int repetitions, int iterations) throws Exception {
        long beginNs = System.nanoTime();
        SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> {
                int blank = line.indexOf(' ');
                int tail = Integer.parseInt(line, 0, blank, 10);
                int head = Integer.parseInt(line, blank + 1, line.length(), 10);
                if (graph.vertexSet().isEmpty()) {
                    for (int vertex = 0; vertex < tail; vertex++) {
                        graph.addVertex(vertex);
                    }
                } else if (tail != head) {
                    graph.addEdge(tail, head);
                }
            });
        }
        tell("load", Stream.of((System.nanoTime() - beginNs) / 1e6));
        Integer source = graph.vertexSet().stream()
                .max((left, right) -> Integer.compare(graph.degreeOf(left), graph.degreeOf(right)))
                .orElseThrow();
        time("pagerank", repetitions, () -> new PageRank<>(graph, DAMPING, iterations, Double.MIN_NORMAL).getScores());
        time("bfs", repetitions, () -> new BreadthFirstIterator<>(graph, source).forEachRemaining(vertex -> {}));
        time("cc", repetitions, () -> new ConnectivityInspector<>(graph).connectedSets());
        time("tc", 1, () -> GraphMetrics.getNumberOfTriangles(graph));
    }
}

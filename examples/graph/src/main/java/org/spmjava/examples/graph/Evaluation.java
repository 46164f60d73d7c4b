package org.spmjava.examples.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.graph.AnalysisTask.Algorithm;
import org.spmjava.examples.graph.AnalysisTask.Finding;
import org.spmjava.examples.graph.AnalysisTask.Findings;
import org.spmjava.examples.graph.AnalysisTask.Ranked;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.kernel.BreadthFirst;
import org.spmjava.examples.graph.kernel.Components;
import org.spmjava.examples.graph.kernel.PageRank;
import org.spmjava.examples.graph.kernel.Partition;
import org.spmjava.examples.graph.kernel.ShortestPaths;
import org.spmjava.examples.graph.kernel.Sources;
import org.spmjava.examples.graph.kernel.Triangles;

/** Runs algorithms on a part, together with the other tasks, and tells what they came to. */
final class Evaluation {

    private static final Channel<Long> LONGEST = Channel.of("longest", Codecs.LONG);
    private static final Channel<Double> SUM = Channel.of("sum of ranks", Codecs.DOUBLE);
    private static final Channel<double[]> TOP = Channel.of("top", Codecs.DOUBLES);

    private final Partition part;
    private final Settings settings;
    private final Communicator tasks;

    Evaluation(Partition part, Settings settings, Communicator tasks) {
        this.part = part;
        this.settings = settings;
        this.tasks = tasks;
    }

    Findings run(List<Algorithm> algorithms) throws IOException {
        int source = -1;
        if (algorithms.contains(Algorithm.BFS) || algorithms.contains(Algorithm.SSSP)) {
            source =
                    settings.source().isPresent() ? part.named(settings.source().get()) : Sources.busiest(part, tasks);
            if (source < 0 && settings.source().isPresent()) {
                return Findings.of()
                        .withMistake("there is no vertex " + settings.source().get());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Algorithm algorithm : algorithms) {
            findings.add(run(algorithm, source));
        }
        return Findings.of()
                .withVertices(part.vertices())
                .withEdges(part.edges())
                .withLoops(part.loops())
                .withDuplicates(part.duplicates())
                .withFindings(findings);
    }

    private Finding run(Algorithm algorithm, int source) throws IOException {
        return switch (algorithm) {
            case PAGERANK -> pageRank();
            case BFS -> breadthFirst(source);
            case CC -> components();
            case SSSP -> shortestPaths(source);
            case TC -> triangles();
        };
    }

    /** The last run's result, and how long each took. */
    private record Timed<T>(T result, long[] ns) {}

    private <T> Timed<T> timed(Supplier<T> kernel) {
        long[] ns = new long[Math.max(1, settings.repeat())];
        T result = null;
        for (int i = 0; i < ns.length; i++) {
            tasks.barrier();
            long beginNs = System.nanoTime();
            result = kernel.get();
            ns[i] = tasks.allReduce(LONGEST, System.nanoTime() - beginNs, Math::max);
        }
        return new Timed<>(result, ns);
    }

    private Finding pageRank() throws IOException {
        PageRank.Settings how = new PageRank.Settings(settings.damping(), settings.tolerance(), settings.iterations());
        Timed<PageRank.Result> timed = timed(() -> PageRank.run(part, how, tasks));
        PageRank.Result result = timed.result();
        double sum = 0;
        for (double rank : result.ranks()) {
            sum += rank;
        }
        Results.of(settings, Algorithm.PAGERANK, tasks).write(part, (v, line) -> line.append(result.ranks()[v]));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("sum", tasks.allReduce(SUM, sum, Double::sum));
        figures.put("change", result.change());
        figures.put("converged", result.change() < settings.tolerance() ? 1.0 : 0.0);
        return finding(Algorithm.PAGERANK, timed, result.iterations(), figures).withTop(top(result.ranks()));
    }

    private static Finding finding(Algorithm algorithm, Timed<?> timed, int supersteps, Map<String, Double> figures) {
        return Finding.of(algorithm, timed.ns(), supersteps).withFigures(figures);
    }

    /** The vertices of the largest ranks; of equal ones, the smaller number first. */
    private List<Ranked> top(double[] ranks) {
        int[] names = part.ownedNames();
        Comparator<Integer> better =
                Comparator.<Integer>comparingDouble(v -> -ranks[v]).thenComparing(v -> v);
        PriorityQueue<Integer> best = new PriorityQueue<>(better.reversed());
        for (int v = 0; v < ranks.length; v++) {
            best.add(v);
            if (best.size() > settings.top()) {
                best.remove();
            }
        }
        double[] own = best.stream()
                .sorted(better)
                .flatMapToDouble(v -> java.util.stream.DoubleStream.of(names[v], ranks[v]))
                .toArray();
        double[] all = tasks.allReduce(TOP, own, (left, right) -> {
            double[] both = new double[left.length + right.length];
            System.arraycopy(left, 0, both, 0, left.length);
            System.arraycopy(right, 0, both, left.length, right.length);
            return both;
        });
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            ranked.add(Ranked.of((long) all[i], all[i + 1]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::vertex));
        return ranked.subList(0, Math.min(settings.top(), ranked.size()));
    }

    private Finding breadthFirst(int source) throws IOException {
        Timed<BreadthFirst.Result> timed = timed(() -> BreadthFirst.run(part, source, tasks));
        BreadthFirst.Result result = timed.result();
        Results.of(settings, Algorithm.BFS, tasks).write(part, (v, line) -> {
            if (result.levels()[v] != BreadthFirst.UNREACHED) {
                line.append(result.levels()[v]).append(' ').append(part.name(result.parents()[v]));
            }
        });
        Map<String, Double> figures = from(source);
        figures.put("reached", (double) result.reached());
        figures.put("depth", (double) result.depth());
        return finding(Algorithm.BFS, timed, result.supersteps(), figures);
    }

    private Map<String, Double> from(int source) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("source", source < 0 ? -1.0 : part.name(source));
        return figures;
    }

    private Finding components() throws IOException {
        Timed<Components.Result> timed = timed(() -> Components.run(part, tasks));
        Components.Result result = timed.result();
        Results.of(settings, Algorithm.CC, tasks).write(part, (v, line) -> line.append(part.name(result.labels()[v])));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("components", (double) result.count());
        figures.put("largest", (double) result.largest());
        return finding(Algorithm.CC, timed, Components.SUPERSTEPS, figures);
    }

    private Finding shortestPaths(int source) throws IOException {
        Timed<ShortestPaths.Result> timed = timed(() -> ShortestPaths.run(part, source, tasks));
        ShortestPaths.Result result = timed.result();
        Results.of(settings, Algorithm.SSSP, tasks).write(part, (v, line) -> {
            if (result.distances()[v] != Double.POSITIVE_INFINITY) {
                line.append(result.distances()[v]);
            }
        });
        Map<String, Double> figures = from(source);
        figures.put("reached", (double) result.reached());
        figures.put("longest", result.longest());
        return finding(Algorithm.SSSP, timed, result.supersteps(), figures);
    }

    private Finding triangles() {
        Timed<Triangles.Result> timed = timed(() -> Triangles.run(part, tasks));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("triangles", (double) timed.result().triangles());
        return finding(Algorithm.TC, timed, timed.result().supersteps(), figures);
    }
}

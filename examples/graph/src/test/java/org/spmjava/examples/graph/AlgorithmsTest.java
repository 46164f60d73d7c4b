package org.spmjava.examples.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every algorithm beside JGraphT's. */
class AlgorithmsTest {

    private static final int SOURCE = 3;

    @TempDir
    private Path directory;

    /** Some edges at random, loops and duplicates among them; the numbers of vertices have gaps. */
    private static Stream<int[]> edges(long seed, int vertices, int edges) {
        Random random = new Random(seed);
        return Stream.concat(
                Stream.of(new int[] {SOURCE, 9, 2}),
                Stream.generate(() -> new int[] {
                            3 * random.nextInt(1 + random.nextInt(vertices)),
                            3 * random.nextInt(vertices),
                            random.nextInt(20)
                        })
                        .limit(edges));
    }

    private static org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference(Stream<int[]> edges, boolean directed) {
        org.jgrapht.Graph<Integer, DefaultWeightedEdge> graph = directed
                ? new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class)
                : new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        edges.forEach(edge -> {
            graph.addVertex(edge[0]);
            graph.addVertex(edge[1]);
            if (edge[0] != edge[1]) {
                DefaultWeightedEdge there = graph.getEdge(edge[0], edge[1]);
                if (there == null) {
                    Graphs.addEdge(graph, edge[0], edge[1], edge[2]);
                } else {
                    graph.setEdgeWeight(there, Math.min(graph.getEdgeWeight(there), edge[2]));
                }
            }
        });
        return graph;
    }

    private <T> Map<Integer, T> read(String name, Function<String[], T> value) throws IOException {
        Map<Integer, T> values = new TreeMap<>();
        for (String line : Files.readAllLines(directory.resolve(name))) {
            String[] fields = line.split(" ");
            assertThat(values.put(Integer.parseInt(fields[0]), value.apply(fields)))
                    .isNull();
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 1, 40, 60",
        "2, false, 2, 300, 500",
        "3, false, 5, 300, 4000",
        "4, true, 1, 40, 90",
        "5, true, 2, 300, 900",
        "6, true, 4, 300, 5000",
        "7, false, 7, 3, 2",
        "8, true, 3, 1000, 1200"
    })
    void everyAlgorithmFindsWhatJGraphTFinds(long seed, boolean directed, int spokes, int vertices, int edges)
            throws Exception {
        Path file = directory.resolve("edges.txt");
        Files.write(
                file,
                edges(seed, vertices, edges)
                        .map(e -> e[0] + "\t" + e[1] + " " + e[2])
                        .toList());
        org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference = reference(edges(seed, vertices, edges), directed);
        try (Runs runs = new Runs(spokes)) {
            String direction = directed ? "--directed" : "--header=no";
            assertThat(runs.run(
                                    file.toString(),
                                    direction,
                                    "--source=" + SOURCE,
                                    "--tolerance=1e-13",
                                    "--iterations=1000",
                                    "--output=" + directory)
                            .wentWell())
                    .isTrue();
            assertThat(runs.lines().get(0))
                    .contains(
                            String.format("%,d vertices", reference.vertexSet().size()))
                    .contains(String.format("%,d %sedges", reference.edgeSet().size(), directed ? "directed " : ""));

            assertRanks(reference);
            assertLevels(reference);
            assertDistances(reference);
            assertComponents(reference);
            assertThat(runs.lines().get(5))
                    .startsWith(String.format("tc: %,d triangles", triangles(simple(reference))));
        }
    }

    /** By looking at every edge's ends: what JGraphT's own metric says of one graph differs from call to call. */
    private static long triangles(org.jgrapht.Graph<Integer, DefaultWeightedEdge> simple) {
        long corners = 0;
        for (DefaultWeightedEdge edge : simple.edgeSet()) {
            Set<Integer> common = Graphs.neighborSetOf(simple, simple.getEdgeSource(edge));
            common.retainAll(Graphs.neighborSetOf(simple, simple.getEdgeTarget(edge)));
            corners += common.size();
        }
        return corners / 3;
    }

    /** Where two edges of opposite directions join the same two, one is left. */
    private static org.jgrapht.Graph<Integer, DefaultWeightedEdge> simple(
            org.jgrapht.Graph<Integer, DefaultWeightedEdge> graph) {
        org.jgrapht.Graph<Integer, DefaultWeightedEdge> simple = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        graph.vertexSet().forEach(simple::addVertex);
        graph.edgeSet().forEach(edge -> simple.addEdge(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)));
        return simple;
    }

    private void assertRanks(org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference) throws IOException {
        Map<Integer, Double> expected = new PageRank<>(unweighted(reference), 0.85, 1000, 1e-13).getScores();
        Map<Integer, Double> ranks = read("pagerank.txt", fields -> Double.parseDouble(fields[1]));
        assertThat(ranks.keySet()).isEqualTo(new java.util.TreeSet<>(expected.keySet()));
        assertThat(ranks).allSatisfy((vertex, rank) -> assertThat(rank).isCloseTo(expected.get(vertex), within(1e-9)));
    }

    private static org.jgrapht.Graph<Integer, DefaultWeightedEdge> unweighted(
            org.jgrapht.Graph<Integer, DefaultWeightedEdge> graph) {
        return new org.jgrapht.graph.AsUnweightedGraph<>(graph);
    }

    private void assertLevels(org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference) throws IOException {
        SingleSourcePaths<Integer, DefaultWeightedEdge> paths =
                new BFSShortestPath<>(unweighted(reference)).getPaths(SOURCE);
        Map<Integer, Integer> levels = read("bfs.txt", fields -> Integer.parseInt(fields[1]));
        Map<Integer, Integer> parents = read("bfs.txt", fields -> Integer.parseInt(fields[2]));
        for (int vertex : reference.vertexSet()) {
            double expected = paths.getWeight(vertex);
            assertThat(levels.getOrDefault(vertex, -1)).isEqualTo(expected < 1e9 ? (int) expected : -1);
        }
        assertThat(parents.remove(SOURCE)).isEqualTo(SOURCE);
        parents.forEach((vertex, parent) -> {
            assertThat(reference.containsEdge(parent, vertex)).isTrue();
            assertThat(levels.get(vertex)).isEqualTo(levels.get(parent) + 1);
        });
    }

    private void assertDistances(org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference) throws IOException {
        SingleSourcePaths<Integer, DefaultWeightedEdge> paths = new DijkstraShortestPath<>(reference).getPaths(SOURCE);
        Map<Integer, Double> distances = read("sssp.txt", fields -> Double.parseDouble(fields[1]));
        for (int vertex : reference.vertexSet()) {
            assertThat(distances.getOrDefault(vertex, Double.POSITIVE_INFINITY)).isEqualTo(paths.getWeight(vertex));
        }
    }

    private void assertComponents(org.jgrapht.Graph<Integer, DefaultWeightedEdge> reference) throws IOException {
        Map<Integer, Integer> labels = read("cc.txt", fields -> Integer.parseInt(fields[1]));
        assertThat(labels.keySet()).isEqualTo(new java.util.TreeSet<>(reference.vertexSet()));
        for (Set<Integer> component :
                new ConnectivityInspector<>(new AsUndirectedGraph<>(directed(reference))).connectedSets()) {
            int least = component.stream().min(Integer::compare).orElseThrow();
            assertThat(component).allSatisfy(vertex -> assertThat(labels).containsEntry(vertex, least));
        }
    }

    private static org.jgrapht.Graph<Integer, DefaultWeightedEdge> directed(
            org.jgrapht.Graph<Integer, DefaultWeightedEdge> graph) {
        org.jgrapht.Graph<Integer, DefaultWeightedEdge> directed =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        Graphs.addGraph(directed, graph);
        return directed;
    }

    @Test
    void aSecondCommandOfTheSessionFindsTheGraphStillThere() throws Exception {
        Path file = directory.resolve("edges.txt");
        Files.writeString(file, "0 1\n1 2\n2 0\n");
        try (Runs runs = new Runs(3)) {
            runs.run(file.toString(), "-a", "bfs");
            assertThat(runs.lines().get(0)).contains("loaded in");
            runs.run(file.toString(), "-a", "pagerank,tc");
            assertThat(runs.lines().get(0)).contains("kept from before");
            assertThat(runs.lines().get(2)).startsWith("tc: 1 triangles");

            Files.writeString(file, "0 1\n1 2\n2 0\n2 3\n3 0\n");
            runs.run(file.toString(), "-a", "tc");
            assertThat(runs.lines().get(0)).contains("loaded in");
            assertThat(runs.lines().get(1)).startsWith("tc: 2 triangles");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "3, true"})
    void aLargerGraphIsVerifiedByTheProgramItself(int spokes, boolean directed) throws Exception {
        try (Runs runs = new Runs(spokes)) {
            String direction = directed ? "--directed" : "--header=auto";
            assertThat(runs.run("--rmat=11", "--verify", direction, "--seed=" + spokes)
                            .answer())
                    .endsWith("verified");
        }
    }

    @ParameterizedTest
    @CsvSource({"facebook_combined, 1612010, 1", "email-Enron, 727044, 1065"})
    void graphsOfTheWorldAreRead(String name, long triangles, long components) throws Exception {
        Path file = Path.of("../../../shared/data/graph/" + name + ".txt.gz");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(file), "there is no " + file);
        try (Runs runs = new Runs(3)) {
            assertThat(runs.run(file.toString(), "--verify").answer())
                    .contains(String.format("%,d triangles", triangles))
                    .contains(String.format("%,d components", components))
                    .endsWith("verified");
        }
    }
}

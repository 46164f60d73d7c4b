package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.pagerank.Components;
import org.spmjava.examples.pagerank.EdgeList;
import org.spmjava.examples.pagerank.Ranks;

/** The example of a graph, beside a matrix. */
@ExtendWith(Census.class)
class PageRankTest {

    private static final int VERTICES = 500;
    private static final int EDGES = 600;
    private static final int ITERATIONS = 30;

    @TempDir
    private Path directory;

    /** A symmetric matrix, without its diagonal. */
    private static boolean[][] matrix(Path file) throws Exception {
        boolean[][] joined = new boolean[VERTICES][VERTICES];
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            int left = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            int right = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            joined[left][right] = left != right;
            joined[right][left] = left != right;
        }
        return joined;
    }

    private static Map<Long, Double> ranks(boolean[][] joined) {
        int[] degrees = new int[VERTICES];
        int all = 0;
        for (int i = 0; i < VERTICES; i++) {
            for (boolean edge : joined[i]) {
                degrees[i] += edge ? 1 : 0;
            }
            all += degrees[i] > 0 ? 1 : 0;
        }
        double[] ranks = new double[VERTICES];
        Arrays.fill(ranks, 1.0 / all);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = new double[VERTICES];
            for (int i = 0; i < VERTICES; i++) {
                double flow = 0;
                for (int j = 0; j < VERTICES; j++) {
                    flow += joined[i][j] ? ranks[j] / degrees[j] : 0;
                }
                next[i] = 0.15 / all + 0.85 * flow;
            }
            ranks = next;
        }
        Map<Long, Double> byVertex = new TreeMap<>();
        for (int i = 0; i < VERTICES; i++) {
            if (degrees[i] > 0) {
                byVertex.put((long) i, ranks[i]);
            }
        }
        return byVertex;
    }

    private static Map<Long, Long> components(boolean[][] joined) {
        Map<Long, Long> byVertex = new TreeMap<>();
        for (int least = 0; least < VERTICES; least++) {
            List<Integer> toVisit = new ArrayList<>(List.of(least));
            while (!toVisit.isEmpty()) {
                int vertex = toVisit.remove(toVisit.size() - 1);
                for (int other = 0; other < VERTICES; other++) {
                    if (joined[vertex][other] && byVertex.putIfAbsent((long) other, (long) least) == null) {
                        toVisit.add(other);
                    }
                }
            }
        }
        return byVertex;
    }

    @ParameterizedTest
    @EnumSource
    void ranksAndComponentsAreThoseOfTheMatrix(Sessions session) throws Exception {
        Path file = directory.resolve("edges.txt");
        EdgeList.write(file, 11, VERTICES, EDGES);
        boolean[][] matrix = matrix(file);
        try (VirtualCloud cloud = session.open()) {
            Ranks ranks = new Ranks(cloud);
            Components components = new Components(cloud);

            Conclusion ranked = ranks.rank(file, ITERATIONS, cloud.intraAll());
            assertThat(ranked.concludedWell()).as(ranked.toString()).isTrue();
            assertThat(ranked.tasks()).hasSize(cloud.intraAll().size());
            Map<Long, Double> expected = ranks(matrix);
            assertThat(ranks.ranks().keySet()).isEqualTo(expected.keySet());
            assertThat(ranks.ranks())
                    .allSatisfy((vertex, rank) -> assertThat(rank).isCloseTo(expected.get(vertex), within(1e-12)));

            Conclusion found = components.find(file, cloud.intraAll());
            assertThat(found.concludedWell()).as(found.toString()).isTrue();
            assertThat(components.components()).isEqualTo(components(matrix));
            assertThat(components.components().values().stream().distinct()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void itSaysTheSameInASerialSession() throws Exception {
        String main = "org.spmjava.examples.pagerank.PageRank";
        Java.Run parallel = Java.run(main, "--spokes", "2");
        Java.Run serial = Java.run(main, "--serial");
        assertThat(parallel.exitCode()).isZero();
        assertThat(parallel.output())
                .containsPattern("\\d+ vertices in \\d+ components; the first by rank:\n")
                .isEqualTo(serial.output());
    }
}

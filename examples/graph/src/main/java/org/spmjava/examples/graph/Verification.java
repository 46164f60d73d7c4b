package org.spmjava.examples.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.spmjava.examples.graph.AnalysisTask.Finding;
import org.spmjava.examples.graph.AnalysisTask.Findings;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.serial.Oracle;

/** Compares what the Spokes wrote with what is computed here, serially. */
final class Verification {

    /** Sums in another order differ in their last places. */
    private static final double ROUNDING = 1e-9;

    private final Oracle oracle;
    private final Settings settings;
    private final Findings findings;

    Verification(Oracle oracle, Settings settings, Findings findings) {
        this.oracle = oracle;
        this.settings = settings;
        this.findings = findings;
    }

    /** What is wrong first; empty if all is right. */
    Optional<String> firstMistake() throws IOException {
        if (findings.vertices() != oracle.vertices() || findings.edges() != oracle.edges()) {
            return Optional.of("there are " + oracle.vertices() + " vertices and " + oracle.edges() + " edges");
        }
        for (Finding finding : findings.findings()) {
            String wrong = switch (finding.algorithm()) {
                case PAGERANK -> pageRank(finding);
                case BFS -> levels(finding);
                case CC -> components(finding);
                case SSSP -> distances(finding);
                case TC -> triangles(finding);
            };
            if (wrong != null) {
                return Optional.of(Graph.name(finding.algorithm()) + ": " + wrong);
            }
        }
        return Optional.empty();
    }

    private String pageRank(Finding finding) throws IOException {
        double[] expected = oracle.pageRank(settings.damping(), finding.supersteps());
        String[][] lines = read(finding);
        double sum = 0;
        for (int v = 0; v < expected.length; v++) {
            double rank = lines[v] == null ? Double.NaN : Double.parseDouble(lines[v][1]);
            sum += rank;
            if (!(Math.abs(rank - expected[v]) <= ROUNDING * Math.max(expected[v], 1.0 / expected.length))) {
                return of(v, expected[v], rank);
            }
        }
        return expected.length > 0 && !(Math.abs(sum - 1) <= ROUNDING) ? "the sum of the ranks is " + sum : null;
    }

    private String levels(Finding finding) throws IOException {
        if (oracle.vertices() == 0) {
            return null;
        }
        int source = source(finding);
        int[] expected = oracle.levels(source);
        String[][] lines = read(finding);
        for (int v = 0; v < expected.length; v++) {
            int level = lines[v] == null ? -1 : Integer.parseInt(lines[v][1]);
            if (level != expected[v]) {
                return of(v, expected[v], level);
            }
            int parent = level <= 0 ? source : oracle.named(Integer.parseInt(lines[v][2]));
            if (level > 0 && (parent < 0 || expected[parent] != level - 1 || !oracle.joined(parent, v))) {
                return oracle.name(v) + " has a wrong parent";
            }
        }
        return null;
    }

    private int source(Finding finding) {
        return oracle.named(finding.figures().get("source").intValue());
    }

    private String components(Finding finding) throws IOException {
        int[] expected = oracle.components();
        String[][] lines = read(finding);
        for (int v = 0; v < expected.length; v++) {
            int label = lines[v] == null ? -1 : Integer.parseInt(lines[v][1]);
            if (label != oracle.name(expected[v])) {
                return of(v, oracle.name(expected[v]), label);
            }
        }
        long[] sizes = new long[expected.length];
        Arrays.stream(expected).forEach(label -> sizes[label]++);
        long count = Arrays.stream(sizes).filter(size -> size > 0).count();
        long largest = Arrays.stream(sizes).max().orElse(0);
        return finding.figures().get("components") == count && finding.figures().get("largest") == largest
                ? null
                : "there are " + count + " components, the largest of " + largest;
    }

    private String distances(Finding finding) throws IOException {
        if (oracle.vertices() == 0) {
            return null;
        }
        double[] expected = oracle.distances(source(finding));
        String[][] lines = read(finding);
        for (int v = 0; v < expected.length; v++) {
            double distance = lines[v] == null ? Double.POSITIVE_INFINITY : Double.parseDouble(lines[v][1]);
            if (distance != expected[v] && !(Math.abs(distance - expected[v]) <= ROUNDING * expected[v])) {
                return of(v, expected[v], distance);
            }
        }
        return null;
    }

    private String triangles(Finding finding) {
        long expected = oracle.triangles();
        return finding.figures().get("triangles") == expected ? null : "there are " + expected;
    }

    private String of(int vertex, Object expected, Object found) {
        return oracle.name(vertex) + " has " + found + ", and not " + expected;
    }

    /** By vertex, the fields of its line, or null. */
    private String[][] read(Finding finding) throws IOException {
        String[][] lines = new String[oracle.vertices()][];
        Path file = Results.file(Path.of(settings.output().orElseThrow()), finding.algorithm());
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(" ");
                int vertex = oracle.named(Integer.parseInt(fields[0]));
                if (vertex < 0 || lines[vertex] != null) {
                    throw new IOException(file + ": the line '" + line + "' is one too many");
                }
                lines[vertex] = fields;
            }
        }
        return lines;
    }
}

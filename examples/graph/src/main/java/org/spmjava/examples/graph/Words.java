package org.spmjava.examples.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spmjava.examples.graph.AnalysisTask.Finding;
import org.spmjava.examples.graph.AnalysisTask.Findings;

/** Says for people what was found. */
final class Words {

    private final Findings findings;
    private final boolean directed;

    Words(Findings findings, boolean directed) {
        this.findings = findings;
        this.directed = directed;
    }

    /** A line on the graph, and one on each algorithm. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "graph: %,d vertices, %,d %sedges; left out %,d loops, %,d duplicates; %s %s",
                findings.vertices(),
                findings.edges(),
                directed ? "directed " : "",
                findings.loops(),
                findings.duplicates(),
                findings.kept() ? "kept from before, after" : "loaded in",
                time(findings.loadNs())));
        findings.findings()
                .forEach(finding -> lines.add(String.format(
                        Locale.ROOT,
                        "%s: %s; %,d supersteps in %s",
                        Graph.name(finding.algorithm()),
                        result(finding),
                        finding.supersteps(),
                        time(median(finding.kernelNs())))));
        return lines;
    }

    /** All in one line. */
    String answer() {
        return String.format(Locale.ROOT, "%,d vertices, %,d edges", findings.vertices(), findings.edges())
                + findings.findings().stream()
                        .map(finding -> ", " + brief(finding))
                        .collect(Collectors.joining());
    }

    private static String result(Finding finding) {
        Map<String, Double> figures = finding.figures();
        return switch (finding.algorithm()) {
            case PAGERANK -> {
                String top = finding.top().stream()
                        .map(ranked -> String.format(Locale.ROOT, "%d (%.6f)", ranked.vertex(), ranked.rank()))
                        .collect(Collectors.joining(", "));
                yield String.format(Locale.ROOT, "the ranks' sum is %.9f", figures.get("sum"))
                        + (top.isEmpty() ? "" : ", the largest are those of " + top)
                        + (figures.get("converged") > 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "; NOT CONVERGED, the last change was %.3g",
                                        figures.get("change")));
            }
            case BFS ->
                String.format(
                        Locale.ROOT,
                        "from %.0f to %,.0f vertices on %,.0f levels",
                        figures.get("source"),
                        figures.get("reached"),
                        figures.get("depth"));
            case CC ->
                String.format(
                        Locale.ROOT,
                        "%,.0f components, the largest of %,.0f vertices",
                        figures.get("components"),
                        figures.get("largest"));
            case SSSP ->
                String.format(
                        Locale.ROOT,
                        "from %.0f to %,.0f vertices, the farthest at %s",
                        figures.get("source"),
                        figures.get("reached"),
                        figures.get("longest"));
            case TC -> String.format(Locale.ROOT, "%,.0f triangles", figures.get("triangles"));
        };
    }

    private static String brief(Finding finding) {
        Map<String, Double> figures = finding.figures();
        return switch (finding.algorithm()) {
            case PAGERANK -> "ranked in " + finding.supersteps() + " iterations";
            case BFS -> String.format(Locale.ROOT, "%,.0f levels", figures.get("depth"));
            case CC -> String.format(Locale.ROOT, "%,.0f components", figures.get("components"));
            case SSSP -> String.format(Locale.ROOT, "the farthest at %s", figures.get("longest"));
            case TC -> String.format(Locale.ROOT, "%,.0f triangles", figures.get("triangles"));
        };
    }

    static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String time(long ns) {
        return ns < 10_000_000
                ? String.format(Locale.ROOT, "%.1f ms", ns / 1e6)
                : String.format(Locale.ROOT, "%,d ms", Math.round(ns / 1e6));
    }
}

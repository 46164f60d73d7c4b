package org.spmjava.examples.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.examples.common.Report;

/** One line for each command of a session. */
final class Ledger {

    private static final String FORMAT = "%-12s %3s  %-32s %-8s %7s %7s %13s %9s %11s";

    private final List<String> lines = new ArrayList<>();

    static String heading() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                "program",
                "no.",
                "pattern",
                "grain",
                "tasks",
                "Spokes",
                "incarnations",
                "wall",
                "efficiency");
    }

    synchronized void add(String program, Report report) {
        for (Conclusion conclusion : report.conclusions()) {
            lines.add(line(program, conclusion));
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    private static String line(String program, Conclusion conclusion) {
        long slots =
                conclusion.spokes().stream().map(SpokeIdentity::slot).distinct().count();
        return String.format(
                Locale.ROOT,
                FORMAT,
                program,
                conclusion.command(),
                pattern(conclusion),
                conclusion.grain().name().toLowerCase(Locale.ROOT),
                conclusion.tasks().size(),
                slots,
                incarnations(conclusion),
                seconds(conclusion.duration()),
                String.format(Locale.ROOT, "%.0f %%", 100 * conclusion.parallelEfficiency()));
    }

    /** As the source names it. */
    private static String pattern(Conclusion conclusion) {
        String policy = capitalized(conclusion.policy().name());
        return switch (conclusion.pattern()) {
            case LIST -> "Partition/List";
            case DAG -> "Partition/DAG";
            case GRAPH -> "Partition/Graph";
            case GRID -> "Partition/Grid";
            case AGGREGATE -> "PartitionAggregate/" + policy;
            case TEMPLATE -> "Clone/" + policy;
        };
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String incarnations(Conclusion conclusion) {
        return String.join(
                ",",
                conclusion.spokes().stream()
                        .map(SpokeIdentity::incarnation)
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}

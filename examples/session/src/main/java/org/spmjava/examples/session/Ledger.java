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

    private static final String FORMAT = "%-12s %3s  %-26s %-8s %7s %7s %13s %9s %11s";

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
                conclusion.pattern(),
                conclusion.grain(),
                conclusion.tasks().size(),
                slots,
                incarnations(conclusion),
                seconds(conclusion.duration()),
                String.format(Locale.ROOT, "%.0f %%", 100 * conclusion.parallelEfficiency()));
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

package org.spmjava.benchmarks.speed.suite;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.ProcessUse;

/** Prints what was measured, for people. */
final class Tables {

    private static final double BYTES_PER_MB = 1e6;
    private static final double SMALL_SECONDS = 0.02;
    private static final double SMALL_BYTES = 10e6;

    private Tables() {}

    static void print(List<LineResult> results, PrintStream out) {
        figures(results).print(out);
        out.println();
        processes(results).print(out);
        List<String> notes = notes(results);
        if (!notes.isEmpty()) {
            out.println();
            notes.forEach(note -> out.println("- " + note));
        }
    }

    /** Every figure of every contestant, beside ours and what it has to reach. */
    static MarkdownTable figures(List<LineResult> results) {
        MarkdownTable table = new MarkdownTable(
                List.of("line", "figure", "unit", "contestant", "median (least–greatest)", "ratio", "target", "met"));
        for (LineResult result : results) {
            for (Figure figure : result.line().figures()) {
                String name = result.line().name();
                String figureName = figure.name();
                String unit = figure.unit();
                for (Contestant contestant : result.line().contestants()) {
                    Optional<Figures> figures = result.figures(contestant.name(), figureName);
                    boolean isOurs = contestant.name().equals(Contestant.OURS);
                    if (figures.isEmpty() && !isOurs) {
                        continue;
                    }
                    table.add(List.of(
                            name,
                            figureName,
                            unit,
                            contestant.name(),
                            figures.map(Figures::toString).orElse("–"),
                            isOurs ? "" : ratio(result, figure, contestant.name()),
                            isOurs ? figure.target().text() : "",
                            isOurs ? met(result, figure) : ""));
                }
            }
        }
        return table;
    }

    /** Which processes there were, and what they used. */
    static MarkdownTable processes(List<LineResult> results) {
        MarkdownTable table =
                new MarkdownTable(List.of("line", "contestant", "process", "number", "CPU, s", "peak memory, MB"));
        for (LineResult result : results) {
            for (Contestant contestant : result.line().contestants()) {
                byRole(result.of(contestant.name()))
                        .forEach((role, uses) -> table.add(List.of(
                                result.line().name(),
                                contestant.name(),
                                role,
                                uses.number(),
                                Figures.of(uses.cpuSeconds).toString(),
                                uses.peaks())));
            }
        }
        return table;
    }

    /** What is missing, and why. */
    static List<String> notes(List<LineResult> results) {
        List<String> notes = new ArrayList<>();
        for (LineResult result : results) {
            String line = result.line().name();
            result.notMeasured().forEach((contestant, why) -> notes.add(line + ", " + contestant + ": " + why));
            for (Contestant contestant : result.line().contestants()) {
                long repetitions = result.repetitions(contestant.name());
                if (repetitions > 0 && repetitions < result.line().repetitions()) {
                    notes.add(line + ", " + contestant.name() + ": " + repetitions + " repetitions of "
                            + result.line().repetitions());
                }
            }
        }
        return notes;
    }

    private static String ratio(LineResult result, Figure figure, String peer) {
        Optional<Double> ours = median(result, Contestant.OURS, figure);
        Optional<Double> theirs = median(result, peer, figure);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return "";
        }
        double ratio = figure.ratio(ours.get(), theirs.get());
        return Double.isNaN(ratio) ? "" : Figures.format(ratio) + " ×";
    }

    private static String met(LineResult result, Figure figure) {
        return median(result, Contestant.OURS, figure)
                .flatMap(ours -> figure.target().isMet(ours, peer -> median(result, peer, figure)))
                .map(met -> met ? "yes" : "**no**")
                .orElse("");
    }

    private static Optional<Double> median(LineResult result, String contestant, Figure figure) {
        return result.figures(contestant, figure.name()).map(Figures::median);
    }

    /** What the processes of one kind used: how many, their time together, and the peak of each, by repetition. */
    private static final class Uses {
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Double> cpuSeconds = new ArrayList<>();
        private final List<Double> peakBytes = new ArrayList<>();

        String number() {
            int least = numbers.stream().mapToInt(Integer::intValue).min().orElse(0);
            int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
            return most == 0 ? "" : least == most ? "" + most : least + "–" + most;
        }

        String peaks() {
            return peakBytes.isEmpty()
                    ? ""
                    : Figures.of(peakBytes.stream()
                                    .map(bytes -> bytes / BYTES_PER_MB)
                                    .toList())
                            .toString();
        }
    }

    /** Guards and shells, for example: they share a row. */
    private static boolean isSmall(ProcessUse use) {
        return use.pid() != 0 && use.cpuSeconds() < SMALL_SECONDS && use.peakBytes() < SMALL_BYTES;
    }

    private static String smallRoles(Measured repetition) {
        return repetition.processes().stream()
                .filter(Tables::isSmall)
                .map(ProcessUse::role)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Uses> byRole(List<Measured> repetitions) {
        Map<String, Uses> byRole = new LinkedHashMap<>();
        for (Measured repetition : repetitions) {
            Map<String, List<ProcessUse>> roles = new LinkedHashMap<>();
            String small = smallRoles(repetition);
            for (ProcessUse use : repetition.processes()) {
                roles.computeIfAbsent(isSmall(use) ? small : use.role(), role -> new ArrayList<>())
                        .add(use);
            }
            roles.forEach((role, all) -> {
                Uses uses = byRole.computeIfAbsent(role, name -> new Uses());
                uses.numbers.add(
                        (int) all.stream().filter(use -> use.pid() != 0).count());
                uses.cpuSeconds.add(
                        all.stream().mapToDouble(ProcessUse::cpuSeconds).sum());
                all.stream()
                        .filter(use -> use.peakBytes() > 0)
                        .forEach(use -> uses.peakBytes.add((double) use.peakBytes()));
            });
        }
        return byRole;
    }
}

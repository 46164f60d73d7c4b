package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whole builds of the same payload by five compilers, in turn: generated, and what was generated compiled by javac. */
@Command(
        name = "builds",
        mixinStandardHelpOptions = true,
        description =
                "Measures whole builds of 1, 100 and 1,000 payloads: SPM.Java, AutoValue, Immutables, protobuf, SBE.")
public final class Builds implements Callable<Integer> {

    private static final double SECOND = 1000;

    @Option(
            names = {"-n", "--counts"},
            split = ",",
            defaultValue = "1,100,1000",
            description = "How many payloads are built (default ${DEFAULT-VALUE}).")
    private List<Integer> counts;

    @Option(
            names = {"-r", "--repetitions"},
            split = ",",
            defaultValue = "7,5,3",
            description = "How often each of these is built (default ${DEFAULT-VALUE}).")
    private List<Integer> repetitions;

    @Option(
            names = {"-m", "--minutes"},
            defaultValue = "7",
            description = "After so many minutes, no further build begins (default ${DEFAULT-VALUE}).")
    private long minutes;

    private final MarkdownTable times = new MarkdownTable(head("built"));
    private final MarkdownTable ratios = new MarkdownTable(head("built"));
    private final Map<Integer, MarkdownTable> units = new LinkedHashMap<>();
    private TimeLimit limit;

    private Builds() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if every build succeeded
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Builds()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        limit = new TimeLimit(minutes);
        Path root = Files.createTempDirectory("spm-builds");
        try {
            for (int i = 0; i < counts.size(); i++) {
                int repeat = repetitions.get(Math.min(i, repetitions.size() - 1));
                measure(counts.get(i), repeat, root.resolve("of-" + counts.get(i)));
            }
            print("Whole builds, s: elapsed, median (least–greatest); then processor time, median", times);
            print("Ratios to AutoValue, in processor time", ratios);
            for (int count : units.keySet()) {
                print("For one payload of " + count + ", built in fresh processes", units.get(count));
            }
        } finally {
            BuildFolder.delete(root);
        }
        return 0;
    }

    private void measure(int count, int repeat, Path root) throws Exception {
        Map<Contestant, Build> builds = new LinkedHashMap<>();
        for (Contestant contestant : Contestants.ALL) {
            builds.put(contestant, new Build(contestant, count, root.resolve(contestant.name())));
        }
        Map<Contestant, List<Clock>> fresh = limit.inTurn(builds, repeat, Build::fresh);
        addRows(count + ", fresh processes", fresh);
        if (fresh.values().stream().noneMatch(List::isEmpty)) {
            units.put(count, units(count, builds, fresh));
        }
        if (count == counts.get(0)) {
            limit.inTurn(builds, repeat, Build::warm);
        }
        addRows(count + ", warm process", limit.inTurn(builds, repeat, Build::warm));
        BuildFolder.delete(root);
    }

    private void addRows(String built, Map<Contestant, List<Clock>> clocks) {
        times.add(row(
                built,
                clocks,
                measured -> measured.isEmpty()
                        ? "–"
                        : figures(measured, Clock::wallMs) + "; "
                                + Figures.format(figures(measured, Clock::cpuMs).median())));
        List<Clock> autoValue = clocks.get(Contestants.AUTO_VALUE);
        ratios.add(row(
                built,
                clocks,
                measured -> measured.isEmpty() || autoValue.isEmpty()
                        ? "–"
                        : Figures.format(figures(measured, Clock::cpuMs).median()
                                / figures(autoValue, Clock::cpuMs).median())));
    }

    private static <T> List<String> row(String first, Map<Contestant, T> measured, Function<T, String> cell) {
        return Stream.concat(
                        Stream.of(first),
                        Contestants.ALL.stream().map(measured::get).map(cell))
                .toList();
    }

    private static Figures figures(List<Clock> clocks, ToDoubleFunction<Clock> time) {
        return Figures.of(
                clocks.stream().map(clock -> time.applyAsDouble(clock) / SECOND).toList());
    }

    private static MarkdownTable units(int count, Map<Contestant, Build> builds, Map<Contestant, List<Clock>> clocks)
            throws IOException {
        MarkdownTable table = new MarkdownTable(head("for one payload"));
        Map<Contestant, Unit> units = new LinkedHashMap<>();
        for (Contestant contestant : Contestants.ALL) {
            double cpuMs = figures(clocks.get(contestant), Clock::cpuMs).median() * SECOND;
            double wallMs = figures(clocks.get(contestant), Clock::wallMs).median() * SECOND;
            units.put(
                    contestant,
                    new Unit(count, wallMs, cpuMs, builds.get(contestant).output()));
        }
        table.add(row("top-level classes generated", units, Unit::sources));
        table.add(row("class files, those of the user's Java included", units, Unit::classes));
        table.add(row("lines generated", units, Unit::lines));
        table.add(row("kB of Java generated", units, Unit::kilobytes));
        table.add(row("kB of class files", units, Unit::classKilobytes));
        table.add(row("ms elapsed", units, Unit::elapsed));
        table.add(row("ms of processor time", units, Unit::processorTime));
        table.add(row("– for a top-level class", units, Unit::forASource));
        table.add(row("– for a class file", units, Unit::forAClass));
        table.add(row("– for a kB of generated Java", units, Unit::forAKilobyte));
        return table;
    }

    private record Unit(double count, double wallMs, double cpuMs, Output output) {

        String sources() {
            return Figures.format(output.sources() / count);
        }

        String classes() {
            return Figures.format(output.classes() / count);
        }

        String lines() {
            return Figures.format(output.lines() / count);
        }

        String kilobytes() {
            return Figures.format(output.kilobytes() / count);
        }

        String classKilobytes() {
            return Figures.format(output.classKilobytes() / count);
        }

        String elapsed() {
            return Figures.format(wallMs / count);
        }

        String processorTime() {
            return Figures.format(cpuMs / count);
        }

        String forASource() {
            return Figures.format(cpuMs / output.sources());
        }

        String forAClass() {
            return Figures.format(cpuMs / output.classes());
        }

        String forAKilobyte() {
            return Figures.format(cpuMs / output.kilobytes());
        }
    }

    private static List<String> head(String first) {
        return Stream.concat(Stream.of(first), Contestants.ALL.stream().map(Contestant::name))
                .toList();
    }

    private static void print(String title, MarkdownTable table) {
        System.out.println();
        System.out.println(title + ":");
        System.out.println();
        table.print(System.out);
    }
}

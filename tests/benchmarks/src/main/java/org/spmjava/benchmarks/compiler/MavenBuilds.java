package org.spmjava.benchmarks.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.benchmarks.compiler.MavenBuild.Timed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a user of Maven waits for: the first build, one with nothing to do, and one after an edit. */
@Command(
        name = "maven-builds",
        mixinStandardHelpOptions = true,
        description = "Measures builds by a Maven of their own: SPM.Java, AutoValue, protobuf, and Java alone.")
public final class MavenBuilds implements Callable<Integer> {

    private static final double SECOND = 1000;

    @Option(
            names = {"-n", "--counts"},
            split = ",",
            defaultValue = "1,100,1001",
            description = "How many payloads are built (default ${DEFAULT-VALUE}).")
    private List<Integer> counts;

    @Option(
            names = {"-r", "--repetitions"},
            split = ",",
            defaultValue = "5,3,3",
            description = "How often each of these is built in each way (default ${DEFAULT-VALUE}).")
    private List<Integer> repetitions;

    @Option(
            names = {"-m", "--minutes"},
            defaultValue = "7",
            description = "After so many minutes, no further build begins (default ${DEFAULT-VALUE}).")
    private long minutes;

    @Option(names = "--maven", required = true, description = "The home of the Maven that builds.")
    private Path maven;

    @Parameters(arity = "1", description = "The directory with the project, its settings and its repository.")
    private Path target;

    private final MarkdownTable all = new MarkdownTable(head("built"));
    private final MarkdownTable goals = new MarkdownTable(head("built"));
    private TimeLimit limit;

    private MavenBuilds() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if every build succeeded
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new MavenBuilds()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        limit = new TimeLimit(minutes);
        Path root = target.resolve("maven-builds");
        BuildFolder.delete(root);
        try {
            for (int i = 0; i < counts.size(); i++) {
                int repeat = repetitions.get(Math.min(i, repetitions.size() - 1));
                measure(counts.get(i), repeat, root.resolve("of-" + counts.get(i)));
            }
            print("Builds by Maven, s: elapsed, median (least–greatest); then processor time, median", all);
            print("Of these, ms in the goal that generates, its plugin's loading included", goals);
        } finally {
            BuildFolder.delete(root);
        }
        return 0;
    }

    private void measure(int count, int repeat, Path root) throws Exception {
        Map<MavenContestant, MavenBuild> builds = new LinkedHashMap<>();
        for (MavenContestant contestant : MavenContestant.ALL) {
            MavenBuild build = new MavenBuild(contestant, count, root.resolve(contestant.profile()), maven, target);
            builds.put(contestant, build);
            if (count == counts.get(0)) {
                build.prepare();
            }
        }
        addRow(count + ", first build", limit.inTurn(builds, repeat, MavenBuild::first));
        addRow(count + ", nothing to do", limit.inTurn(builds, repeat, MavenBuild::compile));
        addRow(count + ", one edited", limit.inTurn(builds, repeat, MavenBuild::compileEdited));
        BuildFolder.delete(root);
    }

    private void addRow(String built, Map<MavenContestant, List<Timed>> times) {
        List<String> row = new ArrayList<>(List.of(built));
        List<String> goalRow = new ArrayList<>(List.of(built));
        times.forEach((contestant, measured) -> {
            if (measured.isEmpty()) {
                row.add("–");
                goalRow.add("–");
                return;
            }
            Figures wall = Figures.of(measured.stream()
                    .map(timed -> timed.all().wallMs() / SECOND)
                    .toList());
            Figures cpu = Figures.of(
                    measured.stream().map(timed -> timed.all().cpuMs() / SECOND).toList());
            row.add(wall + "; " + Figures.format(cpu.median()));
            List<Double> spent = measured.stream()
                    .map(Timed::goalMs)
                    .flatMap(Optional::stream)
                    .toList();
            goalRow.add(spent.isEmpty() ? "" : Figures.of(spent).toString());
        });
        all.add(row);
        goals.add(goalRow);
    }

    private static List<String> head(String first) {
        return Stream.concat(
                        Stream.of(first),
                        MavenContestant.ALL.stream()
                                .map(contestant -> contestant.contestant().name()))
                .toList();
    }

    private static void print(String title, MarkdownTable table) {
        System.out.println();
        System.out.println(title + ":");
        System.out.println();
        table.print(System.out);
    }
}

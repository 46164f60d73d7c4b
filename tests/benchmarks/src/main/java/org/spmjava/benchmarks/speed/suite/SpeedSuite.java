package org.spmjava.benchmarks.speed.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Line;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The speed suite: ours and its peers, in turn, within a budget of time. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description = "Measures SPM.Java and its peers in turn, and prints what it took and whether it is enough.")
public final class SpeedSuite implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-l", "--line"},
            paramLabel = "NAME",
            description = "Only this line; can be given more than once.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Says which lines and contestants there are, and measures nothing.")
    private boolean list;

    @Option(
            names = {"-m", "--minutes"},
            defaultValue = "13",
            description =
                    "The time for all together (default ${DEFAULT-VALUE}); with less there are fewer repetitions.")
    private double minutes;

    @Option(
            names = {"-r", "--repetitions"},
            defaultValue = "99",
            hidden = true,
            description = "How often each line is repeated at most.")
    private int repetitions;

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            description = "The JDK that all child JVMs run on (default: the one that runs this).")
    private Path javaHome = Path.of(System.getProperty("java.home"));

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "target/speed.json",
            description = "Where all samples go, seen from tests/benchmarks (default ${DEFAULT-VALUE}).")
    private Path json;

    @Option(
            names = "--scale",
            defaultValue = "1",
            hidden = true,
            description = "How much of the work is done: less than 1 to try it out.")
    private double scale;

    private SpeedSuite() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if ours did not fail in any line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SpeedSuite()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Line> lines = chosen();
        if (list) {
            lines.forEach(SpeedSuite::say);
            return 0;
        }
        Instant begun = Instant.now();
        long sinceNs = System.nanoTime();
        Machine machine = Machine.here(javaHome);
        System.err.println(machine.text());
        Turns turns = new Turns(javaHome, scale, repetitions, System::nanoTime, System.err);
        List<LineResult> results = turns.take(lines, Duration.ofMillis(Math.round(minutes * 60_000)));
        double seconds = (System.nanoTime() - sinceNs) / 1e9;
        System.out.println();
        Tables.print(results, System.out);
        System.out.println();
        System.out.println(machine.text() + "; " + Figures.format(seconds / 60) + " minutes");
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(json, Json.of(machine, begun, seconds, results));
        System.out.println("All samples: " + json.toAbsolutePath());
        return results.stream().anyMatch(result -> result.notMeasured().containsKey(Contestant.OURS)) ? 1 : 0;
    }

    private List<Line> chosen() {
        for (String name : names) {
            if (Lines.ALL.stream().noneMatch(line -> line.name().equals(name))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no line '" + name + "'. There are: "
                                + String.join(
                                        ", ", Lines.ALL.stream().map(Line::name).toList()));
            }
        }
        return Lines.ALL.stream()
                .filter(line -> names.isEmpty() || names.contains(line.name()))
                .toList();
    }

    private static void say(Line line) {
        System.out.println(line.name() + ": " + line.says());
        for (Contestant contestant : line.contestants()) {
            System.out.println("  " + contestant.name() + ": " + contestant.says()
                    + contestant
                            .missing()
                            .map(why -> " (not here: " + why + ")")
                            .orElse(""));
        }
    }
}

package org.spmjava.benchmarks.acid;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.sat.Sample;
import org.spmjava.examples.sat.Sat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The example {@code sat} beside other solvers, ours and theirs in turn. Ours run in one session, whose Spokes are up
 * and warm, as after other commands; theirs are processes, as a user starts them.
 */
@Command(
        name = "benchmark-sat",
        mixinStandardHelpOptions = true,
        description = "Decides formulas, with one Spoke and with two, and by other solvers: seconds, medians.")
public final class SatBenchmark implements Callable<Integer> {

    private static final List<String> MOST_TELLING =
            List.of("factor-40-s2.cnf", "prime-36-s6.cnf", "r3-unsat-275-s3.cnf", "php-10-9.cnf");
    private static final int SPOKES = 2;
    private static final int SATISFIABLE = 10;
    private static final int UNSATISFIABLE = 20;

    @Option(names = "--data", defaultValue = "../shared/data/sat", description = "Where the formulas are.")
    private Path data;

    @Option(names = "--seeds", defaultValue = "3", description = "How often each is run, each time with another seed.")
    private int seeds;

    @Option(names = "--timeout", defaultValue = "60", description = "When a run is given up, in seconds.")
    private int timeoutSeconds;

    @Option(names = "--all", description = "All formulas of the folder, instead of four.")
    private boolean all;

    @Option(names = "--only", description = "These formulas, and these solvers, of the table.", split = ",")
    private List<String> only = List.of();

    private final Map<String, Solver> solvers = new LinkedHashMap<>();

    /** Decides a formula. */
    @FunctionalInterface
    private interface Solver {
        Trial run(Path formula, int seed) throws Exception;
    }

    private record Trial(double seconds, int exitCode) {}

    private SatBenchmark() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SatBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(data)) {
            System.out.println(data + " is not there: nothing to measure.");
            return 0;
        }
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(SPOKES))) {
            Session session = new Session(cloud, new Console(line -> {}, line -> {}, false));
            addOurs(session);
            addTheirs();
            warmUp(session);
            return measure() ? 0 : 1;
        }
    }

    /** Both Spokes compile what is hot, and what both kinds of solvers need is loaded. */
    private void warmUp(Session session) throws Exception {
        Path directory = Files.createTempDirectory("benchmark-sat");
        try {
            List<String> arguments = Sample.unpack(directory);
            for (int spokes = SPOKES; spokes >= 1; spokes--) {
                inSession(session, spokes, arguments);
            }
        } finally {
            Files.deleteIfExists(directory.resolve("prime.cnf"));
            Files.deleteIfExists(directory);
        }
    }

    private boolean measure() throws Exception {
        List<Path> formulas = formulas();
        List<String> names = solvers.keySet().stream().filter(this::isMeant).toList();
        List<String> head = new ArrayList<>(List.of("formula"));
        head.addAll(names);
        MarkdownTable table = new MarkdownTable(head);
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        boolean agreed = true;
        for (Path formula : formulas) {
            Map<String, List<Trial>> trials = trials(formula, names);
            agreed &= agree(formula, trials);
            List<String> row = new ArrayList<>(List.of(formula.getFileName().toString()));
            names.forEach(name -> row.add(told(trials.get(name))));
            table.add(row);
            compare(trials, ratios);
        }
        table.print(System.out);
        ratios.forEach((name, values) -> System.out.printf(
                Locale.ROOT, "%s: %.2f times as fast in the median over formulas%n", name, median(values)));
        return agreed;
    }

    private void addOurs(Session session) {
        ours(session, "1 Spoke", 1);
        ours(session, "2 Spokes", 2);
        ours(session, "2 share short", 2, "--share", "short");
        ours(session, "2 share none", 2, "--share", "none");
        ours(session, "2 portfolio", 2, "--cubes", "1", "--share", "short");
        for (String program : List.of("cadical", "minisat")) {
            if (isInstalled(program)) {
                ours(session, program + " 1 Spoke", 1, "--solver", program);
                ours(session, program + " 2 Spokes", 2, "--solver", program);
            }
        }
    }

    private void ours(Session session, String name, int spokes, String... options) {
        solvers.put(name, (formula, seed) -> {
            List<String> arguments = new ArrayList<>(List.of(formula.toString(), "--seed", Integer.toString(seed)));
            arguments.addAll(List.of("--timeout", Integer.toString(timeoutSeconds)));
            arguments.addAll(List.of(options));
            return inSession(session, spokes, arguments);
        });
    }

    private static Trial inSession(Session session, int spokes, List<String> arguments) throws Exception {
        Sat sat = new Sat();
        new CommandLine(sat).parseArgs(arguments.toArray(String[]::new));
        long beginNs = System.nanoTime();
        Report report = sat.run(session.on(session.cloud().intraAll().limit(spokes)));
        return new Trial((System.nanoTime() - beginNs) / 1e9, sat.exitCode(report));
    }

    private void addTheirs() {
        for (int many = 1; many <= SPOKES; many++) {
            String count = Integer.toString(many);
            theirs(many == 1 ? "plain Sat4j" : "Sat4j ManyCore", (formula, seed) -> {
                List<String> command = java("org.spmjava.benchmarks.acid.PlainSat4j");
                command.addAll(List.of(formula.toString(), count));
                return command;
            });
        }
        if (isInstalled("minisat")) {
            theirs(
                    "plain minisat",
                    (formula, seed) ->
                            List.of("minisat", "-verb=0", "-rnd-init", "-rnd-seed=" + (1 + seed), formula.toString()));
        }
        if (isInstalled("cadical")) {
            theirs(
                    "plain cadical",
                    (formula, seed) -> List.of("cadical", "-q", "-n", "--seed=" + seed, formula.toString()));
        }
    }

    private void theirs(String name, BiFunction<Path, Integer, List<String>> command) {
        solvers.put(name, (formula, seed) -> asProcess(command.apply(formula, seed)));
    }

    private static List<String> java(String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-UsePerfData");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }

    private boolean isInstalled(String program) {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        if (!installed) {
            System.out.println(program + " is not installed, and left out.");
        }
        return installed;
    }

    private List<Path> formulas() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file ->
                            all || MOST_TELLING.contains(file.getFileName().toString()))
                    .filter(file -> isMeant(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Names of formulas say nothing about solvers, nor the other way round. */
    private boolean isMeant(String name) {
        List<String> ofThisKind = only.stream()
                .filter(word -> word.contains(".cnf") == name.contains(".cnf"))
                .toList();
        return ofThisKind.isEmpty() || ofThisKind.contains(name);
    }

    private Map<String, List<Trial>> trials(Path formula, List<String> names) throws Exception {
        Map<String, List<Trial>> trials = new LinkedHashMap<>();
        names.forEach(name -> trials.put(name, new ArrayList<>()));
        for (int seed = 0; seed < seeds; seed++) {
            for (String name : names) {
                Trial trial = solvers.get(name).run(formula, seed);
                trials.get(name).add(trial);
                System.err.printf(
                        Locale.ROOT,
                        "%s, %s, seed %d: %.2f s, %d%n",
                        formula.getFileName(),
                        name,
                        seed,
                        trial.seconds(),
                        trial.exitCode());
            }
        }
        return trials;
    }

    private Trial asProcess(List<String> command) throws Exception {
        long beginNs = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(timeoutSeconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        int exitCode = process.waitFor();
        return new Trial((System.nanoTime() - beginNs) / 1e9, ended ? exitCode : 0);
    }

    private static boolean agree(Path formula, Map<String, List<Trial>> trials) {
        List<Integer> answers = trials.values().stream()
                .flatMap(List::stream)
                .map(Trial::exitCode)
                .filter(exitCode -> exitCode != 0)
                .distinct()
                .toList();
        boolean agreed =
                answers.size() <= 1 && List.of(SATISFIABLE, UNSATISFIABLE).containsAll(answers);
        if (!agreed) {
            System.out.println(formula + ": solvers ended with " + answers);
        }
        return agreed;
    }

    private static String told(List<Trial> trials) {
        List<Double> seconds = trials.stream()
                .filter(trial -> trial.exitCode() != 0)
                .map(Trial::seconds)
                .sorted()
                .toList();
        if (2 * seconds.size() <= trials.size()) {
            return "gave up";
        }
        double median = median(trials.stream().map(Trial::seconds).toList());
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median, seconds.get(0), seconds.get(seconds.size() - 1));
    }

    /** How many times as fast two Spokes are as one, with each solver, and as two that do not share. */
    private static void compare(Map<String, List<Trial>> trials, Map<String, List<Double>> ratios) {
        String[][] pairs = {
            {"2 Spokes", "1 Spoke"},
            {"2 Spokes", "2 share short"},
            {"2 Spokes", "2 share none"},
            {"2 Spokes", "2 portfolio"},
            {"cadical 2 Spokes", "cadical 1 Spoke"},
            {"minisat 2 Spokes", "minisat 1 Spoke"}
        };
        for (String[] pair : pairs) {
            if (trials.containsKey(pair[0]) && trials.containsKey(pair[1])) {
                ratios.computeIfAbsent(pair[0] + " beside " + pair[1], unused -> new ArrayList<>())
                        .add(seconds(trials.get(pair[1])) / seconds(trials.get(pair[0])));
            }
        }
    }

    private static double seconds(List<Trial> trials) {
        return median(trials.stream().map(Trial::seconds).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

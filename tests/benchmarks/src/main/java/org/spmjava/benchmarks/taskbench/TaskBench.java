package org.spmjava.benchmarks.taskbench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.benchmarks.speed.Told;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Task Bench: graphs of many small tasks, and how small they may be. */
@Command(
        name = "task-bench",
        mixinStandardHelpOptions = true,
        description = "Runs graphs of Task Bench on real Spokes: one graph with --iterations, else METG(50 %%).")
public final class TaskBench implements Callable<Integer> {

    /** The dependences and widths that the suite measures. */
    static final List<Dependence> MEASURED = List.of(
            Dependence.TRIVIAL,
            Dependence.STENCIL_1D,
            Dependence.FFT,
            Dependence.NEAREST,
            Dependence.TREE,
            Dependence.SPREAD,
            Dependence.ALL_TO_ALL);

    static final List<Integer> WIDTHS = List.of(2, 8);

    private static final double NS_PER_US = 1e3;

    @Option(
            names = "--grain",
            defaultValue = "FINE",
            description = "FINE: tasks that communicate; DAG: a task for each point (default ${DEFAULT-VALUE}).")
    private Bench.Grain grain;

    @Option(
            names = {"-t", "--type"},
            split = ",",
            description = "Dependences, of ${COMPLETION-CANDIDATES}; by default those of the suite.")
    private List<Dependence> types = MEASURED;

    @Option(
            names = {"-w", "--width"},
            split = ",",
            description = "Points in a row; by default 2 and 8.")
    private List<Integer> widths = WIDTHS;

    @Option(names = "--steps", description = "Rows (default 2000).")
    private Integer steps;

    @Option(names = "--radix", description = "Of nearest, spread and random_nearest (default 5, spread 2).")
    private Integer radix;

    @Option(names = "--period", defaultValue = "1", description = "Of spread and random_nearest.")
    private int period;

    @Option(names = "--fraction", defaultValue = "0.25", description = "Of random_nearest.")
    private double fraction;

    @Option(names = "--output", defaultValue = "16", description = "Bytes a task hands on (default ${DEFAULT-VALUE}).")
    private int outputBytes;

    @Option(names = "--iterations", description = "Of the kernel, for one run instead of METG.")
    private Long iterations;

    @Option(names = "--repetitions", defaultValue = "5", description = "Runs of which the mean counts.")
    private int repetitions;

    @Option(names = "--warm-up", defaultValue = "5", description = "In seconds, before METG is searched for.")
    private int warmUpS;

    @Option(
            names = {"-s", "--spokes"},
            defaultValue = "2",
            description = "How many Spokes there are (default ${DEFAULT-VALUE}).")
    private int spokes;

    @Option(names = "--spoke-flag", description = "A flag for the JVMs of the Spokes; can be given more than once.")
    private List<String> spokeFlags = List.of();

    @Option(names = "--verbose", description = "Prints what was measured of each number of iterations, too.")
    private boolean verbose;

    @Option(names = "--told", hidden = true, description = "Says what it found to the suite.")
    private boolean told;

    private TaskBench() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if every task returned and found its inputs
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TaskBench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Outputs.requireLength(outputBytes);
        CloudOptions options = CloudOptions.defaults().withSpokes(spokes).withSpokeJvmFlags(spokeFlags);
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(options)) {
            Bench bench = new Bench(cloud, grain, spokes, repetitions, outputBytes);
            if (iterations != null) {
                for (String line : bench.lines(graph(types.get(0), widths.get(0)), iterations)) {
                    System.out.println(line);
                }
            } else {
                search(bench);
            }
        }
        return 0;
    }

    /** How METG of a graph is called. */
    static String figure(Dependence type, int width) {
        return type.spelling() + ", width " + width;
    }

    /** How the iterations are called at which a graph is just efficient. */
    static String iterationsFigure(Dependence type, int width) {
        return figure(type, width) + ": at";
    }

    private void search(Bench bench) throws Exception {
        bench.warmUp(TimeUnit.SECONDS.toNanos(warmUpS));
        System.out.println("Peak: " + Figures.format(bench.measurePeak()) + " GFLOP/s of " + spokes + " Spokes");
        MarkdownTable table = new MarkdownTable(List.of("graph", "width", "METG(50 %), µs", "iterations"));
        for (Dependence type : types) {
            for (int width : widths) {
                Metg.Result result = bench.metg(graph(type, width), grain.start());
                if (verbose) {
                    result.samples().forEach(sample -> System.out.println(figure(type, width) + ": " + sample));
                }
                if (told) {
                    Told.figure(figure(type, width), result.metgNs() / NS_PER_US);
                    Told.figure(iterationsFigure(type, width), result.iterations());
                }
                table.add(List.of(
                        type.spelling(),
                        Integer.toString(width),
                        Figures.format(result.metgNs() / NS_PER_US),
                        Long.toString(result.iterations())));
            }
        }
        if (told) {
            Told.end();
        } else {
            table.print(System.out);
        }
    }

    private TaskGraph graph(Dependence type, int width) {
        int rows = steps == null ? grain.steps() : steps;
        return TaskGraph.usual(type, rows, width, radix, period, fraction);
    }
}

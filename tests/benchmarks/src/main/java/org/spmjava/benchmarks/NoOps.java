package org.spmjava.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.VirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the runtime costs: tasks that do nothing, managed on real Spokes, and the floor below them in the same run. */
@Command(
        name = "noops",
        mixinStandardHelpOptions = true,
        description = "Measures the runtime with tasks that do nothing, beside plain messages over Aeron IPC.")
public final class NoOps implements Callable<Integer> {

    private static final String FIRST_RESULT = "first result";
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;

    @Option(
            names = {"-n", "--tasks"},
            defaultValue = "100000",
            description = "How many tasks a list has (default ${DEFAULT-VALUE}).")
    private int tasks;

    @Option(
            names = {"-s", "--spokes"},
            defaultValue = "2",
            description = "How many Spokes there are (default ${DEFAULT-VALUE}).")
    private int spokes;

    @Option(
            names = {"-r", "--repetitions"},
            defaultValue = "7",
            description = "How often everything is measured (default ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--round-trips",
            defaultValue = "20000",
            description = "Round trips in a repetition (default ${DEFAULT-VALUE}).")
    private int roundTrips;

    @Option(
            names = "--idle",
            defaultValue = "20",
            description = "Idleness before a round trip from idleness, in ms (default ${DEFAULT-VALUE}).")
    private int idleMs;

    @Option(
            names = "--idle-round-trips",
            defaultValue = "50",
            description = "Round trips from idleness in a repetition (default ${DEFAULT-VALUE}).")
    private int idleRoundTrips;

    @Option(
            names = "--cold-starts",
            defaultValue = "7",
            description = "Starts of a whole session in a JVM of its own, 0 for none (default ${DEFAULT-VALUE}).")
    private int coldStarts;

    @Option(
            names = "--queued",
            defaultValue = "1000000",
            description = "Tasks that are queued to see what they weigh, 0 for none (default ${DEFAULT-VALUE}).")
    private int queued;

    @Option(names = "--spoke-flag", description = "A flag for the JVMs of the Spokes; can be given more than once.")
    private List<String> spokeFlags = List.of();

    @Option(names = "--cold", hidden = true, description = "Says when the first result is there, and ends.")
    private boolean cold;

    private final ResultTable table = new ResultTable();

    private NoOps() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}; the exit code is 0 only if every task returned
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new NoOps()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (cold) {
            sayFirstResult();
            return 0;
        }
        List<Double> starts = repeat(coldStarts, this::coldStart);
        Measured floor = floor();
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(options())) {
            measure(cloud, floor);
        }
        if (coldStarts > 0) {
            table.add("start of a process to its first result", "ms", Figures.of(starts));
        }
        table.print(System.out);
        return 0;
    }

    private CloudOptions options() {
        return CloudOptions.defaults().withSpokes(spokes).withSpokeJvmFlags(spokeFlags);
    }

    /** Rate, and percentiles of round trips in µs. */
    private record Measured(Figures rate, Figures p50, Figures p99) {}

    /** One repetition of something. */
    @FunctionalInterface
    private interface Measurement<T> {
        T run() throws Exception;
    }

    private Measured floor() throws Exception {
        try (Floor floor = new Floor()) {
            floor.scatter(10 * tasks);
            floor.pingPong(roundTrips);
            Figures rate = Figures.of(repeat(repetitions, () -> floor.scatter(10 * tasks)));
            return measured(rate, repeat(repetitions, () -> floor.pingPong(roundTrips)));
        }
    }

    private void measure(VirtualCloud cloud, Measured floor) throws Exception {
        NoOp noOp = new NoOp(cloud);
        manage(cloud, noOp, tasks, SpokeCount.of(spokes));
        List<double[]> lists = repeat(repetitions, () -> {
            long startNs = System.nanoTime();
            noOp.push(tasks);
            long pushedNs = System.nanoTime();
            noOp.manage(cloud.intraAll(), SpokeCount.of(spokes), tasks);
            long endNs = System.nanoTime();
            return new double[] {tasks * 1e9 / (endNs - pushedNs), tasks * 1e9 / (endNs - startNs)};
        });
        roundTrips(cloud, noOp, roundTrips, 0);
        Measured hot = measured(rate(lists, 0), repeat(repetitions, () -> roundTrips(cloud, noOp, roundTrips, 0)));
        Measured idle =
                measured(rate(lists, 1), repeat(repetitions, () -> roundTrips(cloud, noOp, idleRoundTrips, idleMs)));
        table.addRate("one list of " + tasks + ", manage", "tasks/s", hot.rate, floor.rate);
        table.addRate("one list of " + tasks + ", push and manage", "tasks/s", idle.rate, floor.rate);
        table.addTime("one task, p50", "µs", hot.p50, floor.p50);
        table.addTime("one task, p99", "µs", hot.p99, floor.p99);
        table.add("one task after " + idleMs + " ms of idleness, p50", "µs", idle.p50);
        table.add("one task after " + idleMs + " ms of idleness, p99", "µs", idle.p99);
        if (queued > 0) {
            table.add(
                    "Hub heap for one of " + queued + " queued tasks",
                    "bytes",
                    Figures.of(List.of(weigh(cloud, noOp))));
        }
    }

    private static void manage(VirtualCloud cloud, NoOp noOp, int tasks, SpokeCount atLeast) throws Exception {
        noOp.push(tasks);
        noOp.manage(cloud.intraAll(), atLeast, tasks);
    }

    private static Histogram roundTrips(VirtualCloud cloud, NoOp noOp, int count, int idleMs) throws Exception {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < count; i++) {
            if (idleMs > 0) {
                // Not a wait for anything: the idleness is what is measured.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(idleMs));
            }
            long sinceNs = System.nanoTime();
            manage(cloud, noOp, 1, SpokeCount.DEFAULT);
            histogram.recordValue(System.nanoTime() - sinceNs);
        }
        return histogram;
    }

    /** What a queued task takes; then it is managed like any other. */
    private double weigh(VirtualCloud cloud, NoOp noOp) throws Exception {
        long before = usedBytes();
        noOp.push(queued);
        double weight = (usedBytes() - before) / (double) queued;
        noOp.manage(cloud.intraAll(), SpokeCount.DEFAULT, queued);
        return weight;
    }

    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static <T> List<T> repeat(int times, Measurement<T> measurement) throws Exception {
        List<T> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            results.add(measurement.run());
        }
        return results;
    }

    private static Figures rate(List<double[]> repetitions, int which) {
        return Figures.of(
                repetitions.stream().map(repetition -> repetition[which]).toList());
    }

    private static Measured measured(Figures rate, List<Histogram> repetitions) {
        return new Measured(rate, percentile(repetitions, 50), percentile(repetitions, 99));
    }

    private static Figures percentile(List<Histogram> repetitions, double percentile) {
        return Figures.of(repetitions.stream()
                .map(histogram -> histogram.getValueAtPercentile(percentile) / NS_PER_US)
                .toList());
    }

    private void sayFirstResult() throws Exception {
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(options())) {
            manage(cloud, new NoOp(cloud), 1, SpokeCount.DEFAULT);
            System.out.println(FIRST_RESULT);
        }
    }

    /** From before a JVM is started, as this one was, until it says that the first result is there; in ms. */
    private double coldStart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NoOps.class.getName()));
        command.addAll(List.of("--cold", "--spokes", Integer.toString(spokes)));
        long sinceNs = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String said = output.readLine();
            double ms = (System.nanoTime() - sinceNs) / NS_PER_MS;
            if (process.waitFor() != 0 || !FIRST_RESULT.equals(said)) {
                throw new IllegalStateException("a cold start failed and said: " + said);
            }
            return ms;
        }
    }
}

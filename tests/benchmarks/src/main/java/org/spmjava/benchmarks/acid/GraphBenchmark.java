package org.spmjava.benchmarks.acid;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.examples.graph.input.Rmat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The graph program beside a plain one in Java, JGraphT, NetworkX, SciPy and GAP: times, and memory of all processes.
 */
@Command(name = "benchmark-graph", mixinStandardHelpOptions = true)
public final class GraphBenchmark implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("load", "pagerank", "bfs", "cc", "tc");
    private static final Pattern GAP_TIME = Pattern.compile("^(Read|Build|Average) Time: +([0-9.]+)");

    @Option(names = "--scale", defaultValue = "18", description = "Of the graph; by default ${DEFAULT-VALUE}.")
    private int scale;

    @Option(names = "--repetitions", defaultValue = "15", description = "Of each; by default ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(names = "--gap", paramLabel = "DIR", description = "Where bfs, pr, cc and tc of GAP have been built.")
    private Path gap;

    @Option(names = "--only", split = ",", description = "Begins of the names of programs; by default all.")
    private List<String> only;

    @Option(names = "--patience", defaultValue = "120", description = "Seconds a peer may take; ${DEFAULT-VALUE}.")
    private long patienceS;

    private final MarkdownTable table = new MarkdownTable(List.of(
            "program", "load, ms", "PageRank, ms", "BFS, ms", "components, ms", "triangles, ms", "memory, MiB"));
    private String iterations = "10";

    private GraphBenchmark() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new GraphBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("graph-benchmark-");
        try {
            Path file = directory.resolve("edges.txt");
            new Rmat(scale, Rmat.EDGE_FACTOR, 1).write(file, false);
            String count = String.valueOf(repetitions);
            java("SPM.Java, 2 Spokes", "ours", file, count, "2");
            java("SPM.Java, 1 Spoke", "ours", file, count, "1");
            java("plain Java, 1 thread", "plain", file, String.valueOf(Math.min(5, repetitions)), iterations);
            java("JGraphT", "jgrapht", file, "2", iterations);
            python("SciPy", "scipy", file, directory);
            python("NetworkX", "networkx", file, directory);
            gap(file, directory);
            table.print(System.out);
            return 0;
        } finally {
            try (Stream<Path> left = Files.list(directory)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private boolean wanted(String name) {
        return only == null || only.stream().anyMatch(name::startsWith);
    }

    private void java(String name, String kind, Path file, String count, String number) throws Exception {
        if (!wanted(name)) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
        command.add(GraphPeer.class.getName());
        command.addAll(List.of(kind, file.toString(), count, number));
        row(name, run(command));
    }

    private void python(String name, String module, Path file, Path directory) throws Exception {
        if (!wanted(name)) {
            return;
        }
        try {
            if (new ProcessBuilder("python3", "-c", "import numpy, " + module)
                            .start()
                            .waitFor()
                    != 0) {
                System.out.println(name + " is left out: python3 does not have it.");
                return;
            }
        } catch (IOException noPython) {
            System.out.println(name + " is left out: there is no python3.");
            return;
        }
        Path script = directory.resolve("graph_peers.py");
        try (InputStream resource = GraphBenchmark.class.getResourceAsStream("/python/graph_peers.py")) {
            Files.write(script, resource.readAllBytes());
        }
        row(name, run(List.of("python3", script.toString(), module, file.toString(), "3")));
    }

    private void gap(Path file, Path directory) throws Exception {
        if (gap == null || !wanted("GAP")) {
            System.out.println("GAP is left out: --gap says where it has been built.");
            return;
        }
        Path edges = directory.resolve("edges.el");
        try (BufferedReader in = Files.newBufferedReader(file);
                BufferedWriter out = Files.newBufferedWriter(edges)) {
            in.readLine();
            in.transferTo(out);
        }
        Measured all = new Measured();
        for (Map.Entry<String, String> kernel :
                Map.of("pr", "pagerank", "bfs", "bfs", "cc", "cc", "tc", "tc").entrySet()) {
            List<String> command =
                    List.of(gap.resolve(kernel.getKey()).toString(), "-s", "-n", "5", "-f", edges.toString());
            Measured one = run(command);
            all.memoryKib = Math.max(all.memoryKib, one.memoryKib);
            double loadMs = 0;
            for (String line : one.lines) {
                Matcher time = GAP_TIME.matcher(line);
                if (!time.find()) {
                    continue;
                }
                double ms = 1e3 * Double.parseDouble(time.group(2));
                if (time.group(1).equals("Average")) {
                    all.ms.put(kernel.getValue(), List.of(ms));
                } else {
                    loadMs += ms;
                }
            }
            all.ms.put("load", List.of(loadMs));
        }
        row("GAP, all cores", all);
    }

    /** What a program printed, and the largest memory of it and all that it started. */
    private static final class Measured {
        private final List<String> lines = new ArrayList<>();
        private final Map<String, List<Double>> ms = new HashMap<>();
        private long memoryKib;
    }

    private Measured run(List<String> command) throws Exception {
        Path output = Files.createTempFile("graph-benchmark-", ".out");
        Measured measured = new Measured();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Map<Long, Long> peaks = new TreeMap<>();
            long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceS);
            while (!process.waitFor(50, TimeUnit.MILLISECONDS) && System.nanoTime() < deadlineNs) {
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .forEach(one -> peaks.merge(one.pid(), peakKib(one.pid()), Math::max));
            }
            measured.memoryKib =
                    peaks.values().stream().mapToLong(Long::longValue).sum();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            measured.lines.addAll(Files.readAllLines(output));
            Files.delete(output);
        }
        for (String line : measured.lines) {
            String[] fields = line.split(" ");
            if (COLUMNS.contains(fields[0]) || fields[0].equals("iterations")) {
                measured.ms.put(
                        fields[0],
                        Stream.of(fields).skip(1).map(Double::valueOf).sorted().toList());
            }
        }
        return measured;
    }

    /** The most that a process has had in memory: {@code VmHWM} of proc(5). */
    private static long peakKib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private void row(String name, Measured measured) {
        List<String> row = new ArrayList<>(List.of(name));
        COLUMNS.forEach(column -> row.add(cell(measured.ms.get(column))));
        row.add(String.format(Locale.ROOT, "%,d", measured.memoryKib >> 10));
        table.add(row);
        List<Double> own = measured.ms.get("iterations");
        iterations = own == null ? iterations : String.valueOf(own.get(0).intValue());
    }

    /** The median; behind it the least and the most, if there are several. */
    private String cell(List<Double> sorted) {
        if (sorted == null) {
            return "not in " + patienceS + " s";
        }
        String median = number(sorted.get(sorted.size() / 2));
        return sorted.size() == 1
                ? median
                : median + " (" + number(sorted.get(0)) + "–" + number(sorted.get(sorted.size() - 1)) + ")";
    }

    private static String number(double ms) {
        return String.format(Locale.ROOT, ms < 100 ? "%.1f" : "%,.0f", ms);
    }
}

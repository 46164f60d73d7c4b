package org.spmjava.examples.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.Standalone;
import org.spmjava.examples.common.UserError;
import org.spmjava.examples.graph.AnalysisTask.Algorithm;
import org.spmjava.examples.graph.AnalysisTask.Announcement;
import org.spmjava.examples.graph.AnalysisTask.Findings;
import org.spmjava.examples.graph.AnalysisTask.Input;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.input.Rmat;
import org.spmjava.examples.graph.serial.Oracle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The program: see the README beside it. */
@Command(
        name = "graph",
        description = "Analyses a graph, of which each Spoke has a part.",
        footer = {
            "",
            "FILE is an edge list, two numbers of vertices and perhaps a weight a line, or a",
            "matrix in the Matrix Market's format; either may be compressed by gzip."
        })
public final class Graph implements Program {

    private static final EnumSet<Verdict> LOST = EnumSet.of(Verdict.EVAL_KILL, Verdict.LOAD_KILL);
    private static final EnumSet<Verdict> BROKEN = EnumSet.of(Verdict.EVAL_FATAL, Verdict.LOAD_FATAL);

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The graph.")
    private Path file;

    @Option(
            names = "--rmat",
            paramLabel = "SCALE",
            description = "In place of a file: a graph at random with 2 to the power of SCALE vertices.")
    private Integer scale;

    @Option(
            names = "--edge-factor",
            paramLabel = "N",
            defaultValue = "" + Rmat.EDGE_FACTOR,
            description = "Edges that are drawn for each of its vertices; by default ${DEFAULT-VALUE}.")
    private int edgeFactor;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the graph at random; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = {"-a", "--algorithms"},
            paramLabel = "NAME",
            split = ",",
            converter = AlgorithmName.class,
            defaultValue = "pagerank,bfs,cc,sssp,tc",
            description = "pagerank, bfs (breadth-first search), cc (connected components), sssp (shortest paths), tc "
                    + "(triangle count); by default all.")
    private List<Algorithm> algorithms;

    @Option(names = "--directed", description = "An edge goes one way; by default both.")
    private boolean directed;

    @Option(
            names = "--header",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = AnnouncementName.class,
            description = "Whether an edge list's first line is the numbers of vertices and edges: yes, no or, by "
                    + "default, auto: if it agrees with what follows.")
    private Announcement header;

    @Option(
            names = "--source",
            paramLabel = "VERTEX",
            description = "Where bfs and sssp begin; by default at the vertex with the most edges.")
    private Long source;

    @Option(
            names = "--damping",
            paramLabel = "D",
            defaultValue = "0.85",
            description = "How much of a rank flows along the edges; by default ${DEFAULT-VALUE}.")
    private double damping;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            defaultValue = "1e-6",
            description = "Ranks are good enough when their changes add up to less; by default ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "100",
            description = "How often ranks flow at most; by default ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many vertices of the largest rank are shown; by default ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often each algorithm is run; the median is told; by default ${DEFAULT-VALUE}.")
    private int repeat;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to write results: NAME.txt for each algorithm but tc, a line a vertex.")
    private Path output;

    @Option(
            names = "--verify",
            description = "Compute all of it again, serially and by simpler algorithms, and compare.")
    private boolean verify;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long it may take; by default ${DEFAULT-VALUE}.")
    private long timeoutSeconds;

    /** A program whose options are still to be set. */
    public Graph() {}

    /**
     * Runs the program by itself.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(Standalone.run(new Graph(), args));
    }

    @Override
    public Report run(Session session) throws Exception {
        Input input = input();
        check();
        Path directory = directory();
        try {
            return run(session, input, settings(directory));
        } finally {
            if (directory != null) {
                Results.discard(directory, algorithms, session.pool().size());
                discardTemporary(directory);
            }
        }
    }

    private Input input() throws UserError {
        if ((file == null) == (scale == null)) {
            throw new UserError("name a file or --rmat SCALE, and not both");
        }
        if (file != null && (!Files.isRegularFile(file) || !Files.isReadable(file))) {
            throw new UserError("cannot read " + file);
        }
        if (scale != null && (scale < 1 || scale > Rmat.LARGEST_SCALE || edgeFactor < 1)) {
            throw new UserError("--rmat is from 1 to " + Rmat.LARGEST_SCALE + ", and --edge-factor at least 1");
        }
        Input input = Input.of()
                .withHeader(header)
                .withDirected(directed)
                .withScale(scale == null ? 0 : scale)
                .withEdgeFactor(edgeFactor)
                .withSeed(seed);
        return file == null ? input : input.withFile(file.toAbsolutePath().toString());
    }

    private void check() throws UserError {
        require(damping >= 0 && damping < 1, "--damping is from 0, and less than 1");
        require(tolerance >= 0, "--tolerance is at least 0");
        require(iterations >= 0 && top >= 0, "--iterations and --top are at least 0");
        require(timeoutSeconds >= 1 && repeat >= 1, "--timeout and --repeat are at least 1");
        require(source == null || source >= 0, "--source is the number of a vertex");
    }

    private static void require(boolean holds, String what) throws UserError {
        if (!holds) {
            throw new UserError(what);
        }
    }

    /** Where Spokes write; null if nobody reads it. */
    private Path directory() throws UserError, IOException {
        if (output == null) {
            return verify ? Files.createTempDirectory("graph-") : null;
        }
        try {
            return Files.createDirectories(output.toAbsolutePath());
        } catch (IOException failed) {
            throw new UserError("cannot write to " + output + ": " + failed.getMessage());
        }
    }

    private void discardTemporary(Path directory) throws IOException {
        if (output == null) {
            for (Algorithm algorithm : algorithms) {
                Files.deleteIfExists(Results.file(directory, algorithm));
            }
            Files.delete(directory);
        }
    }

    private Settings settings(Path directory) {
        Settings settings = Settings.of()
                .withDamping(damping)
                .withTolerance(tolerance)
                .withIterations(iterations)
                .withTop(top)
                .withRepeat(repeat);
        settings = source == null ? settings : settings.withSource(source);
        return directory == null ? settings : settings.withOutput(directory.toString());
    }

    private Report run(Session session, Input input, Settings settings) throws Exception {
        Console console = session.console();
        Analysis analysis = session.closure(Analysis.class, Analysis::new);
        List<Conclusion> conclusions = new ArrayList<>();
        Conclusion last = analyse(analysis, input, settings, session);
        conclusions.add(last);
        if (isLost(last)) {
            console.note("A Spoke was lost, and its part of the graph with it: begun again.");
            last = analyse(analysis, input, settings, session);
            conclusions.add(last);
        }
        if (!last.concludedWell()) {
            return new Report(false, conclusions, "graph: " + why(last));
        }
        Findings findings = analysis.findings();
        if (findings.mistake().isPresent()) {
            throw new UserError(findings.mistake().get());
        }
        Words words = new Words(findings, directed);
        words.lines().forEach(console::line);
        if (settings.output().isPresent()) {
            List<Path> files = Results.join(
                    Path.of(settings.output().get()), algorithms, last.tasks().size());
            if (output != null) {
                files.forEach(written -> console.note("wrote " + written));
            }
        }
        return verify
                ? verified(input, settings, findings, words, conclusions)
                : new Report(true, conclusions, words.answer());
    }

    private Conclusion analyse(Analysis analysis, Input input, Settings settings, Session session) throws Exception {
        return analysis.run(input, settings, algorithms, Timeout.afterSeconds(timeoutSeconds), session.pool());
    }

    private static boolean isLost(Conclusion conclusion) {
        return conclusion.tasks().stream().anyMatch(task -> LOST.contains(task.verdict()));
    }

    private static String why(Conclusion conclusion) {
        String all = String.join("; ", conclusion.residue());
        for (int task = 0; task < conclusion.tasks().size(); task++) {
            Verdict verdict = conclusion.tasks().get(task).verdict();
            if (!verdict.returned()) {
                return conclusion.explain(task)
                        + (BROKEN.contains(verdict)
                                ? " If memory ran out: more --spokes, or a larger --spoke-heap."
                                : "");
            }
        }
        return all;
    }

    private Report verified(
            Input input, Settings settings, Findings findings, Words words, List<Conclusion> conclusions)
            throws Exception {
        Oracle oracle = Oracle.of(Analysis.source(input), directed, algorithms.contains(Algorithm.SSSP));
        Optional<String> wrong = new Verification(oracle, settings, findings).firstMistake();
        return new Report(
                wrong.isEmpty(),
                conclusions,
                wrong.map(what -> "graph: WRONG: " + what).orElse(words.answer() + "; verified"));
    }

    /** Reads an algorithm's name. */
    private static final class AlgorithmName implements ITypeConverter<Algorithm> {
        @Override
        public Algorithm convert(String name) {
            return constant(Algorithm.class, name);
        }
    }

    /** Reads whether there is an announcement. */
    private static final class AnnouncementName implements ITypeConverter<Announcement> {
        @Override
        public Announcement convert(String name) {
            return constant(Announcement.class, name);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** The algorithms' names, for people. */
    static String name(Algorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }
}

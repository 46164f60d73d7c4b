package org.spmjava.examples.mapreduce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spmjava.api.Timeout;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.examples.common.Program;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.Standalone;
import org.spmjava.examples.common.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maps and reduces files that are larger than memory: see the README beside it. */
@Command(
        name = "map-reduce",
        sortOptions = false,
        description = {
            "Counts words, joins two tables, or runs a job of your own, over files that are larger than memory.",
            "",
            "  wordcount PATH...   how often each word occurs, as `sort | uniq -c` says",
            "  join LEFT RIGHT     sums a number of the right table over each key of the left",
            "  sample DIR          both, over a text and tables that are made up in the directory",
            "  CLASS PATH...       your own: a public class on the class path that implements Job",
            "",
            "A path is a file, a directory with all files below it, or a file that ends in .gz."
        })
public final class MapReduce implements Program {

    /** How the runs of a partition come together. */
    enum Aggregation {
        CENTRALIZED,
        DECENTRALIZED
    }

    /** What happens to lines that are wrong. */
    enum Malformed {
        FAIL,
        SKIP
    }

    private static final String WORD_COUNT = "wordcount";
    private static final String JOIN = "join";
    private static final Map<String, Class<?>> KNOWN = Map.of(WORD_COUNT, WordCountJob.class, JOIN, JoinJob.class);
    private static final int DEFAULT_TOP = 10;
    private static final int SPLITS_PER_SPOKE = 4;
    private static final long SMALLEST_SPLIT = 1 << 20;
    private static final long LARGEST_SPLIT = 64 << 20;
    private static final int MOST_PARTITIONS = 1000;

    @Parameters(index = "0", paramLabel = "JOB", description = "wordcount, join, sample, or the name of a class.")
    private String job;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "The inputs.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write all lines of output, sorted by key, into one file.")
    private Path output;

    @Option(
            names = "--parts",
            paramLabel = "DIR",
            description = "Write them into files of a new or empty directory, one a partition, each sorted by key.")
    private Path parts;

    @Option(
            names = "--top",
            paramLabel = "K",
            description = "Show the K lines of the highest rank; by default 10, or none with -o or --parts.")
    private Integer top;

    @Option(
            names = "--aggregation",
            paramLabel = "HOW",
            defaultValue = "centralized",
            description =
                    "centralized: the Hub is told of all sorted runs; decentralized: the Spokes share them out and"
                            + " merge them. By default ${DEFAULT-VALUE}.")
    private String aggregation;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Size.class,
            description =
                    "What a Spoke may take before it writes to the disk, at least 64k; by default 64m, or a quarter"
                            + " of its heap if that is less.")
    private Long memoryBytes;

    @Option(
            names = "--split",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "How much of a file a task takes; by default a quarter of a Spoke's share, from 1m to 64m.")
    private Long splitBytes;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "How many parts the keys are divided into; by default one a Spoke.")
    private Integer partitions;

    @Option(
            names = "--malformed",
            paramLabel = "WHAT",
            defaultValue = "fail",
            description = "fail: a malformed line ends the job; skip: it is counted. By default ${DEFAULT-VALUE}.")
    private String malformed;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long a task may take; by default ${DEFAULT-VALUE}.")
    private long timeoutS;

    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            description = {
                "Tell the job something, as often as needed.",
                "wordcount: words=space (default) or words=letters.",
                "join: delimiter=C (default ,), header=1, left.key=N (1), label=N (2), right.key=N (1), sum=N (2),"
                        + " decimals=N (2); fields count from 1."
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    /** A run with the options that picocli sets. */
    public MapReduce() {}

    /**
     * Runs by itself.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(Standalone.run(new MapReduce(), args));
    }

    @Override
    @Offline
    @Hub
    public Report run(Session session) throws Exception {
        try {
            return checked(session);
        } catch (JobException mistake) {
            throw new UserError(mistake.getMessage());
        }
    }

    private Report checked(Session session) throws Exception {
        requireOptions();
        if (!job.equals(Sample.JOB)) {
            JobRun.Plan plan = plan(session, job, settings, paths);
            prepareOutput();
            JobRun.Result result = show(session, plan);
            return new Report(true, result.conclusions(), answer(job, plan, result));
        }
        Path directory = paths.get(0);
        if (!Files.exists(Sample.orders(directory))) {
            unpackSample(directory);
        }
        List<Path> tables = List.of(Sample.customers(directory), Sample.orders(directory));
        JobRun.Plan count = plan(session, WORD_COUNT, Map.of(), List.of(Sample.text(directory)));
        JobRun.Plan join =
                plan(session, JOIN, Map.of(JoinJob.HEADER, "1", JoinJob.RIGHT_KEY, "2", JoinJob.SUM, "3"), tables);
        JobRun.Result counted = show(session, count);
        JobRun.Result joined = show(session, join);
        return new Report(
                true,
                Stream.concat(counted.conclusions().stream(), joined.conclusions().stream())
                        .toList(),
                answer(WORD_COUNT, count, counted) + "; " + answer(JOIN, join, joined));
    }

    private static void unpackSample(Path directory) throws UserError {
        try {
            Files.createDirectories(directory);
            Sample.unpack(directory);
        } catch (IOException e) {
            throw new UserError("cannot write into " + directory + ": " + Inputs.reason(e));
        }
    }

    private JobRun.Plan plan(Session session, String name, Map<String, String> told, List<Path> inputs)
            throws UserError {
        String className = KNOWN.containsKey(name) ? KNOWN.get(name).getName() : name;
        Jobs.make(className, new Settings(told));
        int spokes = Math.max(1, session.pool().size());
        WorkOrder order = new WorkOrder(
                className,
                new TreeMap<>(told),
                "",
                memoryBytes == null ? 0 : memoryBytes,
                partitions == null ? spokes : partitions);
        return new JobRun.Plan(
                order,
                splits(inputs, spokes),
                choice(Malformed.class, "--malformed", malformed) == Malformed.SKIP,
                choice(Aggregation.class, "--aggregation", aggregation) == Aggregation.DECENTRALIZED,
                top != null ? top : output == null && parts == null ? DEFAULT_TOP : 0,
                output != null ? output : parts,
                parts != null);
    }

    private JobRun.Result show(Session session, JobRun.Plan plan) throws Exception {
        JobRun.Result result = new JobRun(session, new Limits(Timeout.afterSeconds(timeoutS))).run(plan);
        result.best().forEach(line -> session.console().line(new String(line, StandardCharsets.UTF_8)));
        result.counters().forEach((what, count) -> {
            if (!what.equals(Mapping.EMITTED) && !what.equals(Mapping.RUNS)) {
                session.console().note(count + " " + what);
            }
        });
        return result;
    }

    private static String answer(String name, JobRun.Plan plan, JobRun.Result result) {
        return name + ": " + plan.splits().size() + " splits, "
                + result.counters().getOrDefault(Mapping.EMITTED, 0L) + " emitted, "
                + result.counters().getOrDefault(Mapping.RUNS, 0L) + " sorted runs, " + result.keys() + " keys, "
                + result.lines() + " lines" + (plan.output() == null ? "" : " in " + plan.output());
    }

    private void requireOptions() throws UserError {
        require(!job.equals(JOIN) || paths.size() == 2, "join takes two paths, LEFT and RIGHT");
        require(
                !job.equals(Sample.JOB) || paths.size() == 1 && output == null && parts == null && settings.isEmpty(),
                "sample takes one directory and no settings, and writes no output");
        require(output == null || parts == null, "-o and --parts exclude each other");
        require(top == null || top >= 0, "--top is at least 0");
        require(timeoutS >= 1, "--timeout is at least 1 second");
        require(
                partitions == null || partitions >= 1 && partitions <= MOST_PARTITIONS,
                "--partitions is from 1 to " + MOST_PARTITIONS);
        require(
                memoryBytes == null || memoryBytes >= Budget.LEAST,
                "--memory is at least " + (Budget.LEAST >> 10) + "k");
    }

    private static void require(boolean holds, String what) throws UserError {
        if (!holds) {
            throw new UserError(what);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String option, String text) throws UserError {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            List<String> names = Stream.of(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw new UserError(option + " is " + String.join(" or ", names) + ", not " + text);
        }
    }

    private List<Split> splits(List<Path> inputs, int spokes) {
        long each = Inputs.lengthBytes(inputs) / spokes / SPLITS_PER_SPOKE + 1;
        long size = splitBytes != null ? splitBytes : Math.max(SMALLEST_SPLIT, Math.min(LARGEST_SPLIT, each));
        List<Split> splits = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            splits.addAll(Inputs.divide(inputs.get(input), input, size));
        }
        return splits;
    }

    /** Finds out before the work, not after it, that its result cannot be written. */
    private void prepareOutput() throws UserError {
        try {
            if (parts != null) {
                Files.createDirectories(parts);
                try (Stream<Path> there = Files.list(parts)) {
                    require(there.findAny().isEmpty(), "--parts " + parts + " is not empty");
                }
            }
            if (output != null) {
                Path parent = output.toAbsolutePath().getParent();
                require(parent != null && !Files.isDirectory(output), "-o " + output + " is a directory");
                require(Files.notExists(output) || Files.isRegularFile(output), "-o " + output + " is not a file");
                require(Files.isDirectory(parent) && Files.isWritable(parent), "cannot write into " + parent);
            }
        } catch (IOException e) {
            throw new UserError("cannot write " + (parts != null ? parts : output) + ": " + Inputs.reason(e));
        }
    }
}

package org.spmjava.benchmarks.acid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.MarkdownTable;
import org.spmjava.benchmarks.speed.ClassPath;
import org.spmjava.benchmarks.speed.Installed;
import org.spmjava.examples.mapreduce.MapReduce;
import org.spmjava.examples.mapreduce.SampleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The words of a text that is made up, counted by the example {@code map-reduce} and by what one would use instead, in
 * turn. Everybody's output is compared with that of {@code sort | uniq -c}, byte by byte.
 */
@Command(name = "word-counts", mixinStandardHelpOptions = true)
public final class WordCounts implements Callable<Integer> {

    private static final int MEBI = 1_000_000;
    private static final String SORT_UNIQ = "tr -s '[:space:]' '\\n' < \"$0\" | sed '/^$/d' | sort | uniq -c > \"$1\"";

    /** Half of the text each, cut at a line; then both sums, sorted. */
    private static final String TWO_MAWK =
            "P='{ for (i = 1; i <= NF; i++) n[$i]++ } END { for (w in n) print n[w], w }';"
                    + " split -n l/1/2 \"$0\" | mawk \"$P\" > \"$1.1\" & split -n l/2/2 \"$0\" | mawk \"$P\" > \"$1.2\"; wait;"
                    + " cat \"$1.1\" \"$1.2\" | mawk '{ n[$2] += $1 } END { for (w in n) printf \"%7d %s\\n\", n[w], w }' | sort -k2 > \"$1\"; rm \"$1.1\" \"$1.2\"";

    @Option(names = "--megabytes", defaultValue = "200", description = "How long the text is.")
    private int megabytes;

    @Option(names = "--seed", defaultValue = "1", description = "Which text.")
    private long seed;

    @Option(names = "--repeat", defaultValue = "5", description = "How many turns.")
    private int turns;

    @Option(names = "--spokes", defaultValue = "2", description = "How many Spokes.")
    private int spokes;

    @Option(names = "--only", split = ",", description = "Those whose names begin so; by default all.")
    private List<String> only = List.of();

    private WordCounts() {}

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new WordCounts()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("word-counts-");
        try {
            Path text = directory.resolve("text");
            SampleText.write(text, seed, (long) megabytes * MEBI);
            return measure(directory, text, counters(directory, text)) ? 0 : 1;
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private boolean measure(Path directory, Path text, List<Counter> counters) throws Exception {
        Map<Counter, List<Double>> whole = new LinkedHashMap<>();
        Map<Counter, List<Double>> further = new LinkedHashMap<>();
        Path expected = null;
        boolean same = true;
        for (int turn = 0; turn < turns; turn++) {
            for (Counter counter : counters) {
                if (turn > 0 && !counter.repeats()) {
                    continue;
                }
                Files.deleteIfExists(output(directory));
                Counter.Taken taken = counter.run(directory.resolve("log"));
                whole.computeIfAbsent(counter, none -> new ArrayList<>()).add(taken.wholeS());
                if (taken.eachS().size() > 1) {
                    further.computeIfAbsent(counter, none -> new ArrayList<>())
                            .addAll(taken.eachS().subList(1, taken.eachS().size()));
                }
                if (expected == null) {
                    expected = Files.move(output(directory), directory.resolve("expected"));
                } else if (Files.mismatch(output(directory), expected) >= 0) {
                    System.out.println(counter.name() + " says something else than "
                            + counters.get(0).name());
                    same = false;
                }
            }
        }
        MarkdownTable table =
                new MarkdownTable(List.of(megabytes + " MB of words", "the whole program, s", "further runs in it, s"));
        whole.forEach((counter, seconds) -> table.add(List.of(
                counter.name(),
                further.containsKey(counter) ? "" : Figures.of(seconds).toString(),
                further.containsKey(counter) ? Figures.of(further.get(counter)).toString() : "")));
        table.print(System.out);
        return same;
    }

    private static Path output(Path directory) {
        return directory.resolve("output");
    }

    private List<Counter> counters(Path directory, Path text) throws IOException {
        Path output = output(directory);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<Counter> all = new ArrayList<>();
        all.add(shell("sort \\| uniq -c", SORT_UNIQ, text, output, false));
        all.add(ours(
                "SPM.Java",
                java,
                List.of(
                        MapReduce.class.getName(),
                        "wordcount",
                        text.toString(),
                        "-o",
                        output.toString(),
                        "-j",
                        "" + spokes)));
        all.add(ours(
                "SPM.Java, one session",
                java,
                List.of(WarmWords.class.getName(), text.toString(), output.toString(), "4", "" + spokes)));
        if (Installed.find("python3").isPresent()) {
            Path script = directory.resolve("word_count.py");
            try (InputStream in = WordCounts.class.getResourceAsStream("/python/word_count.py")) {
                Files.copy(in, script);
            }
            all.add(new Counter(
                    "Python multiprocessing, 2",
                    List.of("python3", script.toString(), text.toString(), output.toString()),
                    Map.of(),
                    true));
        } else {
            System.out.println("Without Python: not installed: python3");
        }
        if (Installed.find("mawk").isPresent() && Installed.find("split").isPresent()) {
            all.add(shell("2 mawk, sort", TWO_MAWK, text, output, true));
        } else {
            System.out.println("Without mawk: not installed: mawk");
        }
        SparkPeer.in(directory)
                .ifPresentOrElse(
                        spark -> Stream.of("local[2]", "local-cluster[2,1,1024]")
                                .forEach(master -> {
                                    all.add(spark.counter(master, text, output, 1, java));
                                    all.add(spark.counter(master, text, output, 4, java));
                                }),
                        () -> System.out.println("Without Spark: it is not on the class path"));
        return all.stream()
                .filter(counter -> only.isEmpty()
                        || only.stream().anyMatch(start -> counter.name().startsWith(start)))
                .toList();
    }

    private static Counter shell(String name, String script, Path text, Path output, boolean repeats) {
        return new Counter(
                name,
                List.of("/bin/sh", "-c", script, text.toString(), output.toString()),
                Map.of("LC_ALL", "C"),
                repeats);
    }

    private static Counter ours(String name, String java, List<String> program) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.addAll(List.of("-XX:-UsePerfData", "-cp", ClassPath.ofUsers().toString()));
        command.addAll(program);
        return new Counter(name, command, Map.of(), true);
    }
}

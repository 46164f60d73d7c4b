package org.spmjava.examples.wordcount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.annotation.Hub;
import org.spmjava.api.annotation.Offline;
import org.spmjava.core.SerialVirtualCloud;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts the words of a text: see the README beside it. */
@Command(
        name = "word-count",
        mixinStandardHelpOptions = true,
        version = "SPM.Java 0.1.0",
        description = "Counts the lines and words of a text, and how often each word occurs.")
public final class WordCount implements Callable<Integer> {

    private static final int SAMPLE_LINES = 20_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description = "A file of UTF-8 text, or a directory of such; by default a text is made up.")
    private Path text;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the text that is made up; by default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many words to show; by default ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--passage",
            paramLabel = "BYTES",
            defaultValue = "100000",
            description = "How much text a task takes, at least; by default ${DEFAULT-VALUE}.")
    private long passageBytes;

    @Option(
            names = {"-s", "--serial"},
            description = "Run everything in this process and thread, without Aeron: for a debugger.")
    private boolean serial;

    @Option(
            names = {"-n", "--spokes"},
            paramLabel = "N",
            description = "How many Spokes; by default one a core of this machine.")
    private Integer spokes;

    private WordCount() {}

    /**
     * Counts words.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new WordCount()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (top < 0 || passageBytes < 1) {
            throw new ParameterException(spec.commandLine(), "--top is at least 0, and --passage at least 1");
        }
        if (text != null) {
            return count(text);
        }
        Path sample = Files.createTempFile("words-", ".txt");
        try {
            SampleText.write(sample, seed, SAMPLE_LINES);
            return count(sample);
        } finally {
            Files.delete(sample);
        }
    }

    @Offline
    @Hub
    private int count(Path what) throws Exception {
        List<Passage> passages = passages(what);
        CloudOptions options = spokes == null
                ? CloudOptions.defaults()
                : CloudOptions.defaults().withSpokes(spokes);
        try (VirtualCloud cloud =
                serial ? SerialVirtualCloud.create(options) : AeronVirtualCloud.createAsync(options)) {
            Survey survey = new Survey(cloud);
            Words words = new Words(cloud);
            survey.take(passages, cloud.intraAll());
            words.count(passages, cloud.intraAll());
            survey.result()
                    .ifPresent(found -> System.out.println(found.lines() + " lines, " + found.words()
                            + " words; the longest is " + found.longestWord()));
            words.counts().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(top)
                    .forEach(entry -> System.out.println(entry.getValue() + " " + entry.getKey()));
        }
        return 0;
    }

    private List<Passage> passages(Path what) {
        try {
            return Passage.of(what, passageBytes);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + what + ": " + unreadable);
        }
    }
}

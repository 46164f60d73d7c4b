package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example of a DAG, beside the serial make where there is one. */
@ExtendWith(Census.class)
class ParallelMakeTest {

    /** A diamond on a diamond, with a rule that makes nothing of its own. */
    private static final String RULES = """
            # comments are comments
            all: report
            report: sorted.1 sorted.2 sum
            \tcat sorted.1 sorted.2 sum > report
            \techo done >> report
            numbers.1:
            \tseq 1 2 99 > numbers.1
            numbers.2:
            \tseq 2 2 98 > numbers.2
            sorted.1: numbers.1
            \tsort -rn numbers.1 > sorted.1
            sorted.2: numbers.2
            \tsort -rn numbers.2 > sorted.2
            sum: sorted.1 sorted.2
            \tcat sorted.1 sorted.2 | wc -l > sum
            """;

    @TempDir
    private Path ours;

    @TempDir
    private Path theirs;

    private Java.Run make(String... args) throws Exception {
        String[] all = Stream.concat(
                        Stream.of(
                                "--jobs",
                                "2",
                                "--file",
                                ours.resolve("Makefile").toString()),
                        Stream.of(args))
                .toArray(String[]::new);
        return Java.run("org.spmjava.examples.make.Make", all);
    }

    private void rules(String text) throws IOException {
        Files.writeString(ours.resolve("Makefile"), text);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void itMakesWhatTheSerialMakeMakes() throws Exception {
        rules(RULES);
        Java.Run run = make("report");
        assertThat(run.output()).contains("{Returned=6}");
        assertThat(run.exitCode()).isZero();
        assertThat(files(ours)).containsKey("report");

        Files.writeString(theirs.resolve("Makefile"), RULES);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/make")), "the serial make is not installed");
        Process process = new ProcessBuilder("/usr/bin/make", "-s", "report")
                .directory(theirs.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(files(ours)).isEqualTo(files(theirs));
    }

    @Test
    void itMakesOnlyWhatIsOutdated() throws Exception {
        rules(RULES);
        assertThat(make("report").exitCode()).isZero();
        assertThat(make("report").output()).isEqualTo("Nothing to do.\n");

        Files.setLastModifiedTime(
                ours.resolve("numbers.2"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(make("report", "--serial").output())
                .contains("[1/3] sorted.2", "[2/3] sum", "[3/3] report", "{Returned=3}")
                .doesNotContain("sorted.1", "numbers");
    }

    @Test
    void aCommandThatFailsDropsWhatNeedsItsTargetAndNothingElse() throws Exception {
        rules(RULES.replace("sort -rn numbers.2", "echo 'line 3: no such thing' && false"));
        Java.Run run = make("report");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .contains("sorted.2: EvalUncaught", "line 3: no such thing", "ended with exit code 1")
                .contains("sum: TaskDropped", "it needs task 'sorted.2', which ended EvalUncaught")
                .contains("report: TaskDropped", "] sorted.1\n");
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithAllThatItStarted() throws Exception {
        rules("hung: fine\n\t(sleep 1000 &) ; sleep 1000\nfine:\n\techo fine > fine\n");
        Java.Run run = make("--each", "1");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("hung: EvalTimeout", "] fine\n");
    }

    @Test
    void aMakefileThatItDoesNotUnderstandIsRefused() throws Exception {
        rules("all: $(OBJECTS)\n");
        assertThat(make().output())
                .contains("Makefile:1: not an explicit rule `target: prerequisites`: all: $(OBJECTS)");
        rules("a: b\nb: a\n");
        assertThat(make().output()).contains("`a` needs itself");
        rules("a: c\n");
        assertThat(make().output()).contains("no rule to make `c`");
        assertThat(make("--each", "0").output()).contains("--each and --all are at least 1 second");
        Files.delete(ours.resolve("Makefile"));
        assertThat(make().output()).contains("Cannot read " + ours.resolve("Makefile"));
    }
}

package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitReaderTest {

    private static final Job<?, ?> BY_LINE = new WordLengths();
    private static final Budget SMALL = new Budget(Budget.LEAST);

    @TempDir
    private Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private List<String> lines(Path file, long splitBytes, Job<?, ?> job) {
        List<String> found = new ArrayList<>();
        for (Split split : Inputs.divide(file, 0, splitBytes)) {
            Lines lines = new Lines(job, new Line(split, why -> {}));
            try (SplitReader reader = new SplitReader(split, job, SMALL)) {
                while (reader.next(lines)) {
                    while (lines.next()) {
                        found.add(lines.line().offset() + ":" + lines.line().text());
                    }
                }
            }
        }
        return found;
    }

    private static List<String> expected(String content) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < content.length()) {
            int end = content.indexOf('\n', from);
            end = end < 0 ? content.length() : end;
            lines.add(from + ":" + content.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n\n",
                "a",
                "a\n",
                "a\nb",
                "\na",
                "one\n\ntwo three\nand a longer line than that\n\n\nx"
            })
    void howeverAFileIsDividedEachLineIsReadOnce(String content) throws Exception {
        Path file = file("text", content);
        for (long splitBytes = 1; splitBytes <= content.length() + 1; splitBytes++) {
            assertThat(lines(file, splitBytes, BY_LINE))
                    .as("splits of %d", splitBytes)
                    .isEqualTo(expected(content));
        }
    }

    @Test
    void linesLongerThanTheBufferAndSplitsInTheirMiddleAreNoMatter() throws Exception {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            content.append("x".repeat(i * 37 % 15_000)).append('\n');
        }
        Path file = file("text", content.toString());
        for (long splitBytes : new long[] {997, 8192, 8193, 100_000, 10_000_000}) {
            assertThat(lines(file, splitBytes, BY_LINE)).isEqualTo(expected(content.toString()));
        }
    }

    @Test
    void aCompressedFileIsOneSplit() throws Exception {
        String content = "one\ntwo\n".repeat(20_000) + "end";
        Path file = directory.resolve("text.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Inputs.divide(file, 0, 100)).hasSize(1);
        assertThat(lines(file, 100, BY_LINE)).isEqualTo(expected(content));
    }

    @Test
    void whatOnlyCallsItselfCompressedIsRefusedByName() throws Exception {
        Path file = file("text.gz", "plain");
        assertThatThrownBy(() -> lines(file, 100, BY_LINE))
                .isInstanceOf(JobException.class)
                .hasMessage("cannot read " + file + ": Not in GZIP format");
    }

    @Test
    void aLineThatDoesNotFitIntoMemoryIsRefused() throws Exception {
        Path file = file("text", "short\n" + "x".repeat(20_000) + "\n");
        assertThatThrownBy(() -> lines(file, 100_000, BY_LINE))
                .isInstanceOf(JobException.class)
                .hasMessage(file + ", byte 6: a line is longer than 16384 bytes, a quarter of --memory");
        assertThat(lines(file("words", "word ".repeat(20_000)), 100_000, new WordCountJob(new Settings(Map.of()))))
                .hasSize(20_000);
    }

    @Test
    void aFileThatChangedSinceItWasDividedIsRefused() throws Exception {
        Path file = file("text", "one\n");
        Split split = Inputs.divide(file, 0, 100).get(0);
        Files.writeString(file, "one\ntwo\n");
        assertThatThrownBy(() -> new SplitReader(split, BY_LINE, SMALL))
                .isInstanceOf(JobException.class)
                .hasMessage(file + " was changed while the job ran");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws Exception {
        Path file = file("text", "one\ntwo\n");
        Split split = Inputs.divide(file, 0, 100).get(0);
        Lines lines = new Lines(BY_LINE, new Line(split, why -> {}));
        try (SplitReader reader = new SplitReader(split, BY_LINE, SMALL)) {
            Files.writeString(file, "one\n");
            assertThat(reader.next(lines)).isTrue();
            assertThatThrownBy(() -> reader.next(lines))
                    .isInstanceOf(JobException.class)
                    .hasMessage(file + " was changed while the job ran");
        }
    }

    @Test
    void aLinkToADirectoryStandsForIt() throws Exception {
        Files.createDirectory(directory.resolve("b"));
        file("b/1", "one");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("b"));
        assertThat(Inputs.divide(link, 0, 100)).hasSize(1);
    }

    @Test
    void aDirectoryStandsForAllFilesBelowIt() throws Exception {
        Files.createDirectories(directory.resolve("b/c"));
        file("b/c/2", "two\n");
        file("b/1", "one");
        file("a", "zero\n");
        file("empty", "");
        assertThat(Inputs.divide(directory, 3, 100))
                .extracting(split -> directory.relativize(Path.of(split.file())) + " " + split.input())
                .containsExactly("a 3", "b/1 3", "b/c/2 3");
    }

    @Test
    void whatCannotBeReadIsRefusedByName() {
        Path absent = directory.resolve("absent");
        assertThatThrownBy(() -> Inputs.divide(absent, 0, 100))
                .isInstanceOf(JobException.class)
                .hasMessage("cannot read " + absent + ": there is no such file");
        assertThatThrownBy(() -> Inputs.divide(Path.of("/dev/null"), 0, 100))
                .isInstanceOf(JobException.class)
                .hasMessage("cannot read /dev/null: it is neither a file nor a directory");
    }
}

package org.spmjava.examples.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.examples.common.UserError;
import picocli.CommandLine.ParameterException;

/** The program: jobs of one's own, its options, what it leaves behind. */
class MapReduceTest {

    /** Whatever it is told, it fails. */
    public static final class Failing extends WordLengths {
        /** Fails. */
        @Override
        public void map(Line line, Emitter<Long, Long> out) {
            throw new IllegalStateException("boom at " + line.offset());
        }
    }

    /** Takes all memory wherever sorted runs are merged; no split has a key twice. */
    public static final class Exhausting implements Job<String, Long> {
        @Override
        public Codec<String> keys() {
            return Codec.TEXT;
        }

        @Override
        public Codec<Long> values() {
            return Codec.LONG;
        }

        @Override
        public void map(Line line, Emitter<String, Long> out) {
            out.emit("key", 1L);
        }

        @Override
        public Optional<Combiner<Long>> combiner() {
            return Optional.of((left, right) -> {
                throw new OutOfMemoryError("none left");
            });
        }

        @Override
        public void reduce(String key, Iterator<Long> values, Output out) {}
    }

    /** Nobody can make one. */
    public static final class Unmade extends WordLengths {
        Unmade() {}
    }

    @TempDir
    private Path directory;

    private Path text() throws IOException {
        return Files.writeString(directory.resolve("text"), "to be or not to be\n\n that is the question\n");
    }

    private static Set<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("map-reduce-"))
                    .collect(Collectors.toSet());
        }
    }

    private void refused(String why, String... args) throws IOException {
        Set<String> before = leftovers();
        assertThatThrownBy(() -> new Trial().run(args))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(why);
        assertThat(leftovers()).isSubsetOf(before);
    }

    @Test
    void aJobOfOnesOwnTakesAFewLines() throws Exception {
        Trial trial = new Trial();
        trial.run(
                WordLengths.class.getName(),
                text().toString(),
                "-o",
                directory.resolve("out").toString());
        assertThat(directory.resolve("out")).hasContent("2\t6\n3\t2\n4\t1\n8\t1\n");
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Set<String> before = leftovers();
        Path out = directory.resolve("out");
        new Trial().run("wordcount", text().toString(), "-o", out.toString());
        assertThat(leftovers()).isSubsetOf(before);
        assertThat(Files.list(directory)).containsExactlyInAnyOrder(out, directory.resolve("text"));
    }

    @Test
    void whatAJobThrowsIsToldWithItsTask() throws Exception {
        refused("boom at 0", Failing.class.getName(), text().toString());
        refused("'text from 0'", Failing.class.getName(), text().toString());
    }

    @Test
    @Timeout(60)
    void whatCostsSpokeAfterSpokeWhileTheyCombineIsGivenUp() throws Exception {
        Path lines = Files.writeString(directory.resolve("lines"), "x\n".repeat(10));
        refused(
                "given up after 3 attempts at `lines from 0`: ",
                Exhausting.class.getName(),
                lines.toString(),
                "--split=2",
                "--memory=64k",
                "--aggregation=decentralized");
    }

    @Test
    void settingsThatNobodyKnowsAreRefused() throws Exception {
        String text = text().toString();
        refused("there is no setting `word`, only words", "wordcount", text, "-Dword=letters");
        refused("there is no setting `delimeter`, only ", "join", text, text, "-Ddelimeter=;");
        refused("takes no settings", WordLengths.class.getName(), text, "-Dwords=letters");
        refused("sample takes one directory", "sample", directory.toString(), "-Dwords=letters");
    }

    @Test
    void aJobThatDoesNotExistOrIsNoneIsRefused() throws Exception {
        String text = text().toString();
        refused("there is no job `wordcuont`: it is wordcount, join, or the name of a class", "wordcuont", text);
        refused("java.lang.String is not a " + Job.class.getName(), "java.lang.String", text);
        refused("needs a public constructor that takes Settings, or nothing", Unmade.class.getName(), text);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() throws Exception {
        String text = text().toString();
        refused("join takes two paths", "join", text);
        refused("exclude each other", "wordcount", text, "-o", text + ".out", "--parts", text + ".parts");
        refused("--top is at least 0", "wordcount", text, "--top=-1");
        refused("--memory is at least 64k", "wordcount", text, "--memory=63k");
        refused("more than half of the Spoke's heap", "wordcount", text, "--memory=1000g");
        refused("--partitions is from 1 to 1000", "wordcount", text, "--partitions=0");
        refused("--timeout is at least 1 second", "wordcount", text, "--timeout=0");
        refused("--aggregation is centralized or decentralized, not x", "wordcount", text, "--aggregation=x");
        refused("--malformed is fail or skip, not x", "wordcount", text, "--malformed=x");
        for (String size : List.of("", "k", "0", "-1m", "1x", "9999999999g")) {
            assertThatThrownBy(() -> new Trial().run("wordcount", text, "--split=" + size))
                    .isInstanceOf(ParameterException.class)
                    .hasMessageContaining("is not a size such as 65536, 64k, 16m or 1g");
        }
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaidBeforeAnythingRuns() throws Exception {
        String text = text().toString();
        Path absent = directory.resolve("absent");
        refused("cannot read " + absent + ": there is no such file", "wordcount", absent.toString());
        refused(
                "cannot write into " + absent,
                "wordcount",
                text,
                "-o",
                absent.resolve("out").toString());
        refused("is a directory", "wordcount", text, "-o", directory.toString());
        refused("is not empty", "wordcount", text, "--parts", directory.toString());
        refused("cannot write " + text + ": it is there already", "wordcount", text, "--parts", text);
        refused("cannot write into " + text + ": it is there already", "sample", text);
    }

    /** As root, one could otherwise put a file in the place of {@code /dev/null}. */
    @Test
    void whatIsNoFileIsNotReplacedByOne() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        refused("-o " + pipe + " is not a file", "wordcount", text().toString(), "-o", pipe.toString());
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void anOutputThatWasThereIsReplacedOnlyWhenTheNewOneIsWhole() throws Exception {
        Path out = Files.writeString(directory.resolve("out"), "before");
        refused("boom", Failing.class.getName(), text().toString(), "-o", out.toString());
        assertThat(out).hasContent("before");
        new Trial().run("wordcount", text().toString(), "-o", out.toString(), "--partitions=1");
        assertThat(Files.readString(out).lines()).hasSize(8);
    }

    @Test
    void sizesAreInPowersOf1024() {
        assertThat(Stream.of("17", "64k", "16M", "1g").map(new Size()::convert))
                .isEqualTo(Arrays.asList(17L, 65_536L, 16_777_216L, 1_073_741_824L));
    }
}

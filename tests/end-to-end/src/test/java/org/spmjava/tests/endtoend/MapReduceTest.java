package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.common.UserError;
import org.spmjava.examples.mapreduce.MapReduce;
import picocli.CommandLine;

/** Map-reduce on real Spokes, beside `sort | uniq -c`. */
@ExtendWith(Census.class)
class MapReduceTest {

    private static final int WORDS = 200_000;

    @TempDir
    private Path directory;

    private Path text;
    private Path output;
    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(2);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            words.append(Integer.toString(random.nextInt(30_000), 36)).append(i % 9 == 0 ? '\n' : ' ');
        }
        text = Files.writeString(directory.resolve("text"), words);
        output = directory.resolve("output");
    }

    private byte[] oracle() throws Exception {
        ProcessBuilder pipeline = new ProcessBuilder(
                "/bin/sh", "-c", "tr -s '[:space:]' '\\n' < \"$0\" | sed '/^$/d' | sort | uniq -c", text.toString());
        pipeline.environment().put("LC_ALL", "C");
        Process process = pipeline.start();
        byte[] printed = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private Session on(VirtualCloud cloud) {
        return new Session(cloud, new Console(notes::add, notes::add, false));
    }

    private static Report run(Session session, String... args) throws Exception {
        MapReduce program = new MapReduce();
        new CommandLine(program).parseArgs(args);
        return program.run(session);
    }

    @Test
    void bothAggregationsSayWhatSortAndUniqSayInOneSession() throws Exception {
        byte[] expected = oracle();
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(2))) {
            Session session = on(cloud);
            for (String aggregation : List.of("centralized", "decentralized", "centralized")) {
                Report report = run(
                        session,
                        "wordcount",
                        text.toString(),
                        "-o",
                        output.toString(),
                        "--split=100k",
                        "--memory=100k",
                        "--aggregation",
                        aggregation);
                assertThat(report.conclusions()).allMatch(conclusion -> conclusion.concludedWell());
                assertThat(output).hasBinaryContent(expected);
                Files.delete(output);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"centralized", "decentralized"})
    void aKilledSpokeLosesNothingAndCountsNothingTwice(String aggregation) throws Exception {
        byte[] expected = oracle();
        Path signature = directory.resolve("victim");
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(2))) {
            CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                try {
                    Spokes.kill(Spokes.awaitSignature(signature));
                } catch (Exception failed) {
                    throw new CompletionException(failed);
                }
            });
            Report report = run(
                    on(cloud),
                    VictimWords.class.getName(),
                    text.toString(),
                    "-o",
                    output.toString(),
                    "--split=100k",
                    "--memory=100k",
                    "--aggregation",
                    aggregation,
                    "-Dsignature=" + signature,
                    "-Dstop=abc");
            killed.join();
            assertThat(report.wentWell()).isTrue();
            assertThat(report.conclusions().stream()
                            .mapToLong(conclusion -> conclusion.count(Verdict.EVAL_KILL))
                            .sum())
                    .isPositive();
            assertThat(output).hasBinaryContent(expected);
        }
    }

    @Test
    void aFileLargerThanTheHeapOfASpokeIsCounted() throws Exception {
        int words = 1_250_000;
        int step = 1_234_567; // coprime to the number of words, so that each comes once a round
        Path large = directory.resolve("large");
        try (BufferedWriter writer = Files.newBufferedWriter(large)) {
            for (int round = 0; round < 2; round++) {
                long word = round;
                for (int i = 0; i < words; i++) {
                    writer.append(String.valueOf(10_000_000 + word)).append('\n');
                    word = (word + step) % words;
                }
            }
        }
        long heap = 16 << 20;
        assertThat(Files.size(large)).isGreaterThan(heap);
        try (VirtualCloud cloud = AeronVirtualCloud.createAsync(
                CloudOptions.defaults().withSpokes(2).withSpokeHeapBytes(heap))) {
            Report report = run(on(cloud), "wordcount", large.toString(), "-o", output.toString());
            assertThat(report.conclusions()).allMatch(conclusion -> conclusion.concludedWell());
        }
        try (BufferedReader reader = Files.newBufferedReader(output)) {
            int right = 0;
            while (right < words && ("      2 " + (10_000_000 + right)).equals(reader.readLine())) {
                right++;
            }
            assertThat(right).isEqualTo(words);
            assertThat(reader.readLine()).isNull();
        }
    }

    @Test
    void whatTheUserCanMendIsOneLineFromWhateverSpokeItComes() throws Exception {
        Path left = Files.writeString(directory.resolve("left"), "1,Ada\n");
        Path right = Files.writeString(directory.resolve("right"), "1,2\n1,x\n");
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(1))) {
            Session session = on(cloud);
            assertThatThrownBy(() -> run(session, "join", left.toString(), right.toString()))
                    .isInstanceOf(UserError.class)
                    .hasMessage(right + ", byte 4: `x` is not a number with at most 2 decimals: `1,x`");
            assertThat(run(session, "join", left.toString(), right.toString(), "--malformed=skip")
                            .wentWell())
                    .isTrue();
            assertThat(notes).containsExactly("1,Ada,2.00,1", "1 malformed lines left out");
        }
    }

    /** A limit on the length of files is what a full disk looks like to those who write. */
    @Test
    void aDiskThatIsFullIsOneLineAndLeavesNothing() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                "/bin/bash",
                "-c",
                "ulimit -f 16; exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.addAll(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MapReduce.class.getName()));
        command.addAll(List.of("wordcount", text.toString(), "--serial"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(printed)
                .matches("map-reduce: cannot write " + temporary + "/map-reduce-\\d+/\\S+: File too large\n");
        assertThat(temporary).isEmptyDirectory();
    }
}

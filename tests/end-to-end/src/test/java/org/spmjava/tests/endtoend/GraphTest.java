package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.examples.common.Console;
import org.spmjava.examples.common.Report;
import org.spmjava.examples.common.Session;
import org.spmjava.examples.graph.Graph;
import org.spmjava.examples.graph.Sample;
import picocli.CommandLine;

/** Graphs on real Spokes. */
@ExtendWith(Census.class)
class GraphTest {

    private static final String MAIN = "org.spmjava.examples.graph.Graph";

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();

    private Report run(VirtualCloud cloud, String... args) throws Exception {
        Graph graph = new Graph();
        new CommandLine(graph).parseArgs(args);
        return graph.run(new Session(cloud, new Console(lines::add, lines::add, false)));
    }

    @Test
    void theSampleIsAnalysedAndVerified() throws Exception {
        Java.Run run = Java.run(MAIN, Sample.unpack(directory).toArray(String[]::new));
        assertThat(run.output())
                .contains("graph: 32,768 vertices, ", "the ranks' sum is 1.000000000", " triangles; ", "verified")
                .doesNotContain("WRONG", "WARN", "ERROR");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aMistakeInTheInputIsOneLineAndTheExitCodeTwo() throws Exception {
        Path file = Files.writeString(directory.resolve("edges.txt"), "0 1\n1 x\n");
        Java.Run run = Java.run(MAIN, file.toString());
        assertThat(run.output().strip()).isEqualTo("graph: " + file + ":2: 'x' is no number of a vertex");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    /** Kills the Spoke of slot 0 whenever tasks begin, so many times. */
    private static final class Killer implements SessionObserver {

        private final AtomicInteger left;
        private final List<SpokeIdentity> joined = new CopyOnWriteArrayList<>();

        Killer(int times) {
            left = new AtomicInteger(times);
        }

        @Override
        public void onSpokeJoined(SpokeIdentity spoke) {
            joined.add(spoke);
        }

        @Override
        public void onPhase(int command, Phase phase) {
            if (phase == Phase.TASKS_EVAL && left.getAndDecrement() > 0) {
                Spokes.kill(joined.stream()
                        .filter(spoke -> spoke.slot() == 0)
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .whoAmI());
            }
        }
    }

    @Test
    void aRunThatLosesASpokeIsBegunAgainAndRight() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            cloud.observe(new Killer(1));
            Report report = run(cloud, "--rmat=16", "--verify");
            assertThat(report.conclusions()).hasSize(2);
            assertThat(report.conclusions().get(0).count(Verdict.EVAL_KILL)).isEqualTo(2);
            assertThat(report.conclusions().get(1).concludedWell()).isTrue();
            assertThat(lines.get(0)).contains("A Spoke was lost");
            assertThat(report.answer()).endsWith("verified");
            assertThat(report.wentWell()).isTrue();
        }
    }

    @Test
    void aRunThatLosesASpokeTwiceEndsWithAWord() throws Exception {
        try (VirtualCloud cloud = Sessions.SPOKES.open()) {
            cloud.observe(new Killer(2));
            Report report = run(cloud, "--rmat=16", "-o", directory.toString());
            assertThat(report.wentWell()).isFalse();
            assertThat(report.answer()).startsWith("graph: Task 0 'analysis' ended EvalKill on spoke-");
            assertThat(directory).isEmptyDirectory();
        }
    }
}

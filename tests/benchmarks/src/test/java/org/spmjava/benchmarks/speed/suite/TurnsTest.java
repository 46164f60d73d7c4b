package org.spmjava.benchmarks.speed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Runner;

class TurnsTest {

    private final List<String> log = new ArrayList<>();
    private long nowNs;

    @Test
    void theOrderAlternates() throws Exception {
        take(1000, line("a", 3, takes("ours", 1), takes("peer", 1)));
        assertThat(log).containsExactly("ours", "peer", "peer", "ours", "ours", "peer");
    }

    @Test
    void repetitionsAreLeftOutBeforeLines() throws Exception {
        List<LineResult> results = take(
                20, line("a", 5, takes("ours", 2), takes("peer", 2)), line("b", 5, takes("ours", 2), takes("peer", 2)));
        assertThat(results).allSatisfy(result -> {
            assertThat(result.repetitions("ours")).isBetween(1L, 3L);
            assertThat(result.repetitions("peer")).isBetween(1L, 3L);
        });
        assertThat(TimeUnit.NANOSECONDS.toSeconds(nowNs)).isLessThanOrEqualTo(20);
    }

    @Test
    void whatOneLineDoesNotUseIsForTheOthers() throws Exception {
        List<LineResult> results = take(60, line("a", 1, takes("ours", 1)), line("b", 10, takes("ours", 5)));
        assertThat(results.get(1).repetitions("ours")).isEqualTo(10);
    }

    @Test
    void aSlowContestantIsLeftOutBeforeAQuickOne() throws Exception {
        LineResult result =
                take(30, line("a", 5, takes("ours", 1), takes("slow", 12))).get(0);
        assertThat(result.repetitions("ours")).isEqualTo(5);
        assertThat(result.repetitions("slow")).isLessThan(3);
    }

    @Test
    void whoFailsOnceIsNotMeasuredAgainAndTheOthersAre() throws Exception {
        Contestant broken = Runner.of("peer", "", trial -> {
            throw new IllegalStateException("it broke");
        });
        LineResult result = take(100, line("a", 3, takes("ours", 1), broken)).get(0);
        assertThat(result.repetitions("ours")).isEqualTo(3);
        assertThat(result.notMeasured().get("peer")).contains("it broke");
    }

    @Test
    void whoIsMissingIsSkippedWithItsReason() throws Exception {
        Contestant missing = new Runner("peer", "", Optional.of("not installed"), trial -> Measured.nothing());
        LineResult result = take(100, line("a", 2, takes("ours", 1), missing)).get(0);
        assertThat(result.notMeasured()).containsEntry("peer", "not installed");
        assertThat(result.repetitions("peer")).isZero();
    }

    @Test
    void aTrialIsLimitedSoThatLaterLinesHaveTheirTurn() throws Exception {
        List<Duration> limits = new ArrayList<>();
        Contestant hungry = Runner.of("ours", "", trial -> {
            limits.add(trial.limit());
            nowNs += trial.limit().toNanos();
            return Measured.nothing();
        });
        List<LineResult> results = take(60, line("a", 5, hungry), line("b", 1, takes("ours", 1)));
        assertThat(limits.get(0)).isLessThan(Duration.ofSeconds(60));
        assertThat(results.get(1).repetitions("ours")).isEqualTo(1);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(nowNs)).isLessThanOrEqualTo(60);
    }

    @Test
    void aRepetitionThatCouldNotEndInTimeIsNotBegun() throws Exception {
        List<Duration> limits = new ArrayList<>();
        Contestant watched = Runner.of("ours", "", trial -> {
            limits.add(trial.limit());
            nowNs += TimeUnit.SECONDS.toNanos(4);
            return Measured.nothing();
        });
        take(21, line("a", 9, watched), line("b", 1, takes("ours", 1)));
        assertThat(limits)
                .hasSizeGreaterThan(1)
                .allSatisfy(limit -> assertThat(limit).isGreaterThan(Duration.ofSeconds(4)));
    }

    private Contestant takes(String name, long seconds) {
        return Runner.of(name, "", trial -> {
            log.add(name);
            nowNs += TimeUnit.SECONDS.toNanos(seconds);
            return Measured.nothing().with(FakeLine.FIGURE.name(), seconds);
        });
    }

    private static FakeLine line(String name, int repetitions, Contestant... contestants) {
        return new FakeLine(name, repetitions, 4, List.of(contestants));
    }

    private List<LineResult> take(long seconds, FakeLine... lines) throws InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Turns(Path.of("/no/jdk"), 1, 99, () -> nowNs, nowhere)
                .take(List.of(lines), Duration.ofSeconds(seconds));
    }
}

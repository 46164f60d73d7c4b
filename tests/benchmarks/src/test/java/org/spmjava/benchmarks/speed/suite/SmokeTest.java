package org.spmjava.benchmarks.speed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.ProcessUse;

/** One line for real, with a thousandth of its work: the programs, what they say, and what is made of it. */
class SmokeTest {

    private static final double SCALE = 0.001;

    @Test
    void aLineOfOursIsMeasured() throws Exception {
        NoOpLine whole = NoOpLine.roundTrip();
        NoOpLine line = new NoOpLine(
                whole.name(), whole.says(), whole.figures(), whole.contestants().subList(0, 1), 1, 1);
        PrintStream progress = System.err;
        LineResult result = new Turns(Path.of(System.getProperty("java.home")), SCALE, 1, System::nanoTime, progress)
                .take(List.of(line), Duration.ofMinutes(1))
                .get(0);
        assertThat(result.notMeasured()).isEmpty();
        assertThat(line.figures())
                .allSatisfy(figure -> assertThat(result.figures(Contestant.OURS, figure.name())
                                .orElseThrow()
                                .median())
                        .isPositive());
        assertThat(result.of(Contestant.OURS).get(0).processes())
                .extracting(ProcessUse::role)
                .contains("NoOpHub", "AeronSpoke");
    }
}

package org.spmjava.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final Function<String, Optional<Double>> NOBODY = peer -> Optional.empty();

    @Test
    void aLimitIsMetByReachingIt() {
        assertThat(Target.atMost(15).isMet(15, NOBODY)).contains(true);
        assertThat(Target.atMost(15).isMet(15.1, NOBODY)).contains(false);
        assertThat(Target.atLeast(1e6).isMet(1e6, NOBODY)).contains(true);
        assertThat(Target.atLeast(1e6).isMet(999_999, NOBODY)).contains(false);
    }

    @Test
    void aMultipleIsOfThePeerInTheSameRun() {
        Target target = Target.atMostTimes(1.1, "xargs");
        assertThat(target.isMet(109, peer -> Optional.of(peer.equals("xargs") ? 100.0 : 1.0)))
                .contains(true);
        assertThat(target.isMet(111, peer -> Optional.of(100.0))).contains(false);
    }

    @Test
    void whatWasNotMeasuredDecidesNothing() {
        assertThat(Target.atMostTimes(2, "xargs").isMet(1, NOBODY)).isEmpty();
        assertThat(Target.none().isMet(1, NOBODY)).isEmpty();
    }

    @Test
    void aTargetReadsAsPeopleWriteIt() {
        assertThat(Target.atLeast(1e6).text()).isEqualTo("≥ 1,000,000");
        assertThat(Target.atMostTimes(1.1, "xargs").text()).isEqualTo("≤ 1.1 × xargs");
    }

    @Test
    void aRatioSaysHowMuchMoreOursCosts() {
        assertThat(Figure.less("p50", "µs", Target.none()).ratio(20, 10)).isCloseTo(2, within(1e-9));
        assertThat(Figure.more("tasks", "1/s", Target.none()).ratio(20, 10)).isCloseTo(0.5, within(1e-9));
        assertThat(Figure.less("p50", "µs", Target.none()).ratio(0, 10)).isNaN();
    }
}

package org.spmjava.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a conclusion says of the time that tasks took. */
class ConclusionTest {

    private static final SpokeIdentity FIRST = new SpokeIdentity(0, 1, "host");
    private static final SpokeIdentity SECOND = new SpokeIdentity(1, 2, "host");
    private static final SpokeIdentity IN_PLACE_OF_FIRST = new SpokeIdentity(0, 3, "host");

    private static Conclusion.Outcome took(SpokeIdentity spoke, long millis) {
        return new Conclusion.Outcome(
                "task", Verdict.RETURNED, Optional.of(spoke), Duration.ZERO, Duration.ofMillis(millis), "");
    }

    private static Conclusion conclusion(
            List<Conclusion.Outcome> tasks, Set<SpokeIdentity> spokes, long durationMillis) {
        return new Conclusion(
                1,
                "Closure#",
                Pattern.LIST,
                Policy.ISOLATED,
                Grain.COARSE,
                tasks,
                spokes,
                Duration.ofMillis(durationMillis),
                List.of());
    }

    @Test
    void theEfficiencyIsTheBusyPartOfTheTimeOfAllSlots() {
        Conclusion conclusion =
                conclusion(List.of(took(FIRST, 60), took(SECOND, 30), took(FIRST, 30)), Set.of(FIRST, SECOND), 100);

        assertThat(conclusion.busy()).isEqualTo(Duration.ofMillis(120));
        assertThat(conclusion.parallelEfficiency()).isEqualTo(0.6, within(1e-9));
    }

    @Test
    void aSpokeThatCameInTheOthersPlaceCountsWithItAsOne() {
        Conclusion conclusion = conclusion(
                List.of(took(FIRST, 40), took(IN_PLACE_OF_FIRST, 40)), Set.of(FIRST, IN_PLACE_OF_FIRST), 100);

        assertThat(conclusion.parallelEfficiency()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void aSpokesClockThatRunsFastMakesNoEfficiencyAboveOne() {
        assertThat(conclusion(List.of(took(FIRST, 101)), Set.of(FIRST), 100).parallelEfficiency())
                .isEqualTo(1);
    }

    @Test
    void withoutSpokesOrTimeThereIsNoEfficiency() {
        assertThat(conclusion(List.of(), Set.of(), 100).parallelEfficiency()).isZero();
        assertThat(conclusion(List.of(), Set.of(FIRST), 0).parallelEfficiency()).isZero();
        assertThat(conclusion(List.of(), Set.of(), 100).busy()).isZero();
    }

    @Test
    void aStartIsInWholeMicroseconds() {
        Conclusion.Outcome outcome = new Conclusion.Outcome(
                "task", Verdict.DROPPED, Optional.empty(), Duration.ofNanos(1_999), Duration.ZERO, "");

        assertThat(outcome.start()).isEqualTo(Duration.ofNanos(1_000));
    }
}

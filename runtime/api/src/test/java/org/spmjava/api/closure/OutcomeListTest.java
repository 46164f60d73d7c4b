package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Grain;
import org.spmjava.api.Pattern;
import org.spmjava.api.Policy;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/** What became of many tasks, in few objects. */
class OutcomeListTest {

    private static final SpokeIdentity SPOKE = new SpokeIdentity(1, 7, "host");

    private static Conclusion.Outcome outcome(int number) {
        Verdict verdict = Verdict.values()[number % Verdict.values().length];
        Optional<SpokeIdentity> spoke = verdict == Verdict.DROPPED ? Optional.empty() : Optional.of(SPOKE);
        String message = verdict.returned() ? "" : "because of " + number;
        return new Conclusion.Outcome(
                "task " + number, verdict, spoke, start(number), Duration.ofNanos(number), message);
    }

    /** Every ninth in the second thousand begins late. */
    private static Duration start(int number) {
        return number / 1_000 == 1 && number % 9 == 0 ? Duration.ofHours(number) : Duration.ofNanos(1_000L * number);
    }

    private static OutcomeList.Builder with(List<Integer> numbers) {
        OutcomeList.Builder builder = new OutcomeList.Builder();
        for (int number : numbers) {
            Conclusion.Outcome outcome = outcome(number);
            builder.add(
                    number,
                    outcome.label(),
                    outcome.verdict(),
                    outcome.spoke().orElse(null),
                    outcome.start().toNanos(),
                    outcome.duration().toNanos(),
                    outcome.message());
        }
        return builder;
    }

    private static List<Integer> shuffled(int size) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(numbers, new Random(size));
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 1_024, 1_025, 3_000})
    void outcomesAreInTheOrderOfTheTasks(int size) {
        OutcomeList outcomes = with(shuffled(size)).build();

        assertThat(outcomes)
                .isEqualTo(IntStream.range(0, size)
                        .mapToObj(OutcomeListTest::outcome)
                        .toList());
    }

    @Test
    void numbersMayBeMissing() {
        OutcomeList.Builder builder = with(List.of(5_000, 3, 2_047, 2_048));

        assertThat(builder.size()).isEqualTo(4);
        assertThat(builder.of(3)).contains(outcome(3));
        assertThat(builder.of(5_000)).contains(outcome(5_000));
        for (int other : new int[] {-1, 0, 1_500, 4_999, 5_001, Integer.MAX_VALUE}) {
            assertThat(builder.of(other)).as("outcome of %d", other).isEmpty();
        }
        assertThat(builder.build()).containsExactly(outcome(3), outcome(2_047), outcome(2_048), outcome(5_000));
    }

    @Test
    void aConclusionNeedsNoCopy() {
        OutcomeList outcomes = with(List.of(0, 1)).build();

        Conclusion conclusion = new Conclusion(
                1, "s", Pattern.LIST, Policy.ISOLATED, Grain.COARSE, outcomes, Set.of(), Duration.ZERO, List.of());

        assertThat(conclusion.tasks()).isSameAs(outcomes);
        assertThatThrownBy(() -> outcomes.set(0, outcome(1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> outcomes.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> outcomes.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

package org.spmjava.api.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReductionsTest {

    private static Map<String, String> dict(String... keysAndValues) {
        Map<String, String> dict = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            dict.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return dict;
    }

    @Test
    void aKeyOfBothGetsTheCombinationAndTheKeysOfTheLeftComeFirst() throws Exception {
        Map<String, String> reduced =
                Reductions.byKey(dict("b", "1", "a", "2"), dict("c", "3", "b", "4"), String::concat);

        assertThat(List.copyOf(reduced.entrySet()))
                .containsExactly(Map.entry("b", "14"), Map.entry("a", "2"), Map.entry("c", "3"));
    }

    @Test
    void noDictionaryButAnEarlierResultIsChanged() throws Exception {
        Map<String, String> left = dict("a", "1");
        Map<String, String> right = Map.of("a", "2");

        Map<String, String> first = Reductions.byKey(left, right, String::concat);
        Map<String, String> second = Reductions.byKey(first, right, String::concat);

        assertThat(left).isEqualTo(Map.of("a", "1"));
        assertThat(second).isSameAs(first).isEqualTo(Map.of("a", "122"));
    }

    @Test
    void whatTheReducerThrowsLeaves() {
        assertThatThrownBy(() -> Reductions.byKey(dict("a", "1"), dict("a", "2"), (left, right) -> {
                    throw new IOException(left + right);
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("12");
    }

    @Test
    void aDictionaryHoldsNoNull() {
        assertThatThrownBy(() -> Reductions.byKey(dict(), dict("a", null), String::concat))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a value of a dictionary");
    }

    @Test
    void aSnapshotStaysAsItIs() throws Exception {
        Map<String, String> scratch = dict("b", "1", "a", "2");

        Map<String, String> kept = Reductions.snapshot(scratch);
        scratch.clear();

        assertThat(List.copyOf(kept.entrySet())).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
        assertThat(Reductions.byKey(kept, Map.of("a", "3"), String::concat)).isSameAs(kept);
    }

    @Test
    void aTaskOfAnAggregateReturnsSomething() {
        assertThatThrownBy(() -> Reductions.snapshot(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a task of an aggregate returned null");
    }
}

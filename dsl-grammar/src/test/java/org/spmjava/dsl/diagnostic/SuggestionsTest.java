package org.spmjava.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    @ParameterizedTest
    @CsvSource({"'',abc,3", "abc,abc,0", "abc,acb,1", "abc,ab,1", "abc,axc,1", "kitten,sitting,3", "ca,abc,3"})
    void theDistanceCountsEdits(String a, String b, int distance) {
        assertThat(Suggestions.distance(a, b)).isEqualTo(distance);
        assertThat(Suggestions.distance(b, a)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"lable,label", "LABEL,label", "timout,timeout", "apimethod,ApiMethod", "null,None", "boolean,bool"})
    void aSlipIsUnderstood(String written, String meant) {
        List<String> words = List.of("label", "timeout", "ApiMethod", "None", "bool");

        assertThat(Suggestions.nearest(written, words)).contains(meant);
    }

    @Test
    void aDifferentWordIsNotForcedIntoOneOfOurs() {
        assertThat(Suggestions.nearest("priority", List.of("label", "timeout", "module")))
                .isEmpty();
        assertThat(Suggestions.nearest("x", List.of("int", "string"))).isEmpty();
    }

    @Test
    void aHabitIsUnderstoodOnlyWhereItsWordFits() {
        assertThat(Suggestions.nearest("null", List.of("label"))).isEmpty();
    }

    @Test
    void amongEqualsTheFirstIsTaken() {
        assertThat(Suggestions.nearest("cat", List.of("bat", "hat"))).contains("bat");
    }

    @Test
    void anEndlessWordCostsNothing() {
        assertThat(Suggestions.nearest("a".repeat(1_000_000), List.of("label"))).isEmpty();
    }
}

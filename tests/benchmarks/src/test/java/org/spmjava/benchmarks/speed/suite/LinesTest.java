package org.spmjava.benchmarks.speed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;

class LinesTest {

    @Test
    void noTwoLinesHaveOneName() {
        assertThat(Lines.ALL).extracting(Line::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("org.spmjava.benchmarks.speed.suite.Lines#ALL")
    void everyLineIsWhole(Line line) {
        assertThat(line.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(line.says()).endsWith(".");
        assertThat(line.figures()).extracting(Figure::name).isNotEmpty().doesNotHaveDuplicates();
        assertThat(line.contestants())
                .extracting(Contestant::name)
                .startsWith(Contestant.OURS)
                .doesNotHaveDuplicates();
        assertThat(line.contestants()).extracting(Contestant::says).doesNotContain("");
        assertThat(line.roundSeconds()).isPositive();
        assertThat(line.repetitions()).isPositive();
    }
}

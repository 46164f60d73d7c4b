package org.spmjava.benchmarks.speed.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spmjava.benchmarks.Figures;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;

/** What a line gave. */
final class LineResult {

    private final Line line;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, String> notMeasured = new LinkedHashMap<>();

    LineResult(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    /** Every repetition, in the order in which they were taken. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** By contestant, why it was not measured, or not again: it is missing, it failed, or there was no time. */
    Map<String, String> notMeasured() {
        return notMeasured;
    }

    void add(Taken repetition) {
        taken.add(repetition);
    }

    void lacks(Contestant contestant, String why) {
        notMeasured.putIfAbsent(contestant.name(), why);
    }

    boolean lacks(Contestant contestant) {
        return notMeasured.containsKey(contestant.name());
    }

    /** How often a contestant was measured. */
    long repetitions(String contestant) {
        return of(contestant).size();
    }

    /** All samples of a figure; empty if the contestant has none. */
    Optional<Figures> figures(String contestant, String figure) {
        List<Double> samples = of(contestant).stream()
                .flatMap(one -> one.samples().getOrDefault(figure, List.of()).stream())
                .toList();
        return samples.isEmpty() ? Optional.empty() : Optional.of(Figures.of(samples));
    }

    /** What every repetition of a contestant gave. */
    List<Measured> of(String contestant) {
        return taken.stream()
                .filter(one -> one.contestant().equals(contestant))
                .map(Taken::measured)
                .toList();
    }
}

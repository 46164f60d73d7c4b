package org.spmjava.benchmarks.speed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one repetition of one contestant gave. Immutable.
 *
 * @param samples by the name of the figure, in the order in which they were measured
 * @param processes every process that took part
 */
public record Measured(Map<String, List<Double>> samples, List<ProcessUse> processes) {

    /** Copies both. */
    public Measured {
        Map<String, List<Double>> copies = new LinkedHashMap<>();
        samples.forEach((figure, values) -> copies.put(figure, List.copyOf(values)));
        samples = Collections.unmodifiableMap(copies);
        processes = List.copyOf(processes);
    }

    /** Nothing yet. */
    public static Measured nothing() {
        return new Measured(Map.of(), List.of());
    }

    /** This and one more sample. */
    public Measured with(String figure, double value) {
        return and(new Measured(Map.of(figure, List.of(value)), List.of()));
    }

    /** All samples and processes of both: for a repetition that takes several programs. */
    public Measured and(Measured other) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        samples.forEach((figure, values) -> all.put(figure, new ArrayList<>(values)));
        other.samples.forEach((figure, values) ->
                all.computeIfAbsent(figure, name -> new ArrayList<>()).addAll(values));
        List<ProcessUse> everyone = new ArrayList<>(processes);
        everyone.addAll(other.processes);
        return new Measured(all, everyone);
    }
}

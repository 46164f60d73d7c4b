package org.spmjava.benchmarks.taskbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The minimum effective task granularity at an efficiency of 50 %: how short tasks may be if a processor is to do at
 * least half of what it could. Task Bench halves the iterations of a task from 2^26 on; since only the two measurements
 * on either side of 50 % matter, the search here begins where the answer is expected.
 */
final class Metg {

    private static final double EFFICIENT = 0.5;
    private static final int MOST_STEPS = 40;

    private Metg() {}

    /**
     * One number of iterations, measured.
     *
     * @param iterations of each task
     * @param granularityNs the time of a task and of what comes with it: elapsed time by processors by tasks
     * @param flopsPerNs of all processors together
     */
    record Sample(long iterations, double granularityNs, double flopsPerNs) {

        double efficiency(double peakFlopsPerNs) {
            return flopsPerNs / peakFlopsPerNs;
        }
    }

    /**
     * The answer.
     *
     * @param metgNs interpolated between two samples; NaN if no number of iterations was efficient
     * @param iterations of the efficient sample
     * @param samples all that was measured, the most iterations first
     */
    record Result(double metgNs, long iterations, List<Sample> samples) {}

    /** Measures one number of iterations. */
    @FunctionalInterface
    interface Measurement {
        Sample measure(long iterations) throws Exception;
    }

    /**
     * Searches.
     *
     * @param start where to begin, a power of two near the answer
     * @param peakFlopsPerNs what the processors could do; a sample that did more raises it
     */
    static Result search(long start, double peakFlopsPerNs, Measurement measurement) throws Exception {
        List<Sample> samples = new ArrayList<>();
        double peak = peakFlopsPerNs;
        long iterations = start;
        Sample sample = measurement.measure(iterations);
        boolean down = sample.efficiency(peak) >= EFFICIENT;
        samples.add(sample);
        for (int i = 0; i < MOST_STEPS && sample.efficiency(peak) >= EFFICIENT == down; i++) {
            iterations = down ? iterations / 2 : iterations * 2;
            if (iterations == 0) {
                break;
            }
            sample = measurement.measure(iterations);
            samples.add(sample);
            peak = Math.max(peak, sample.flopsPerNs());
        }
        samples.sort(Collections.reverseOrder((a, b) -> Long.compare(a.iterations(), b.iterations())));
        return result(samples, peak);
    }

    /** Task Bench's rule, of samples with the most iterations first. */
    static Result result(List<Sample> samples, double peak) {
        Sample least = null;
        Sample next = null;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.efficiency(peak) >= EFFICIENT
                    && (least == null || sample.granularityNs() < least.granularityNs())) {
                least = sample;
                next = i + 1 < samples.size() ? samples.get(i + 1) : null;
            }
        }
        if (least == null) {
            return new Result(Double.NaN, 0, List.copyOf(samples));
        }
        double metgNs = least.granularityNs();
        if (next != null && next.granularityNs() < metgNs && next.efficiency(peak) < EFFICIENT) {
            double above = least.efficiency(peak);
            double below = next.efficiency(peak);
            metgNs = next.granularityNs()
                    + (EFFICIENT - below) / (above - below) * (least.granularityNs() - next.granularityNs());
        }
        return new Result(metgNs, least.iterations(), List.copyOf(samples));
    }
}

package org.spmjava.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** The same quantity, measured several times. */
record Figures(double[] sorted) {

    static Figures of(double... measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median, and the least and the greatest if there are several. */
    @Override
    public String toString() {
        String median = format(median());
        return sorted.length == 1
                ? median
                : median + " (" + format(sorted[0]) + "–" + format(sorted[sorted.length - 1]) + ")";
    }

    static String format(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}

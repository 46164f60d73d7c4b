package org.spmjava.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The same quantity, measured several times.
 *
 * @param sorted what was measured, the least first; at least one
 */
public record Figures(List<Double> sorted) {

    /**
     * What was measured, in any order.
     *
     * @param measured at least one, not null
     * @return never null
     */
    public static Figures of(List<Double> measured) {
        return new Figures(measured.stream().sorted().toList());
    }

    /** The one in the middle, or the mean of the two. */
    public double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and the least and the greatest if there are several. */
    @Override
    public String toString() {
        String median = format(median());
        return sorted.size() == 1
                ? median
                : median + " (" + format(sorted.get(0)) + "–" + format(sorted.get(sorted.size() - 1)) + ")";
    }

    /**
     * A number as people read it: three digits, or all before the point if they are more.
     *
     * @param value not negative
     * @return never null
     */
    public static String format(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}

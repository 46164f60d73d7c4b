package org.spmjava.benchmarks.speed.suite;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spmjava.benchmarks.speed.Line;

/**
 * Divides the time that there is among the lines: each gets what is left in proportion to what it and the later ones
 * would like, so that what one does not use is for the others. Told the time; it has no clock.
 */
final class Budget {

    /** No program of a line takes longer, unless it hangs. */
    private static final long LONGEST_TRIAL_NS = TimeUnit.SECONDS.toNanos(150);

    /** On a busy machine, a round takes longer than its line says. */
    private static final double MARGIN = 1.5;

    private final List<Line> lines;
    private final double scale;
    private final long endNs;

    /**
     * Some time for some lines.
     *
     * @param scale how much of its work each does, as in {@code Trial}
     * @param endNs when all has to have ended
     */
    Budget(List<Line> lines, double scale, long endNs) {
        this.lines = List.copyOf(lines);
        this.scale = scale;
        this.endNs = endNs;
    }

    /** Until when the line of that number may begin another repetition, if it begins now. */
    long endOfLineNs(int number, long nowNs) {
        double wishes = wish(lines.subList(number, lines.size()));
        return nowNs + (long) ((endNs - nowNs) * wish(lines.subList(number, number + 1)) / wishes);
    }

    /**
     * How long the next trial of the line of that number may take at most, so that each later line is measured once;
     * negative or nothing if there is no time left.
     */
    long limitNs(int number, long nowNs) {
        double later = lines.subList(number + 1, lines.size()).stream()
                .mapToDouble(Line::roundSeconds)
                .sum();
        return Math.min(LONGEST_TRIAL_NS, endNs - nowNs - (long) (later * MARGIN * scale * 1e9));
    }

    private static double wish(List<Line> lines) {
        return lines.stream()
                .mapToDouble(line -> line.roundSeconds() * line.repetitions())
                .sum();
    }
}

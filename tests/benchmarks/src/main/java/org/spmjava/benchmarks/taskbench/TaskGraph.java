package org.spmjava.benchmarks.taskbench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph of Task Bench: rows of points, of which each needs some of the row before.
 *
 * @param dependence which
 * @param steps how many rows there are, at least 1
 * @param width how many points the widest row has, at least 1
 * @param radix how many points one needs, where the pattern leaves that open
 * @param period after how many rows the pattern repeats, where that is left open; at least 1
 * @param fraction how likely each of the nearest is needed at random
 */
record TaskGraph(Dependence dependence, int steps, int width, int radix, int period, double fraction) {

    private static final int[] NONE = {};
    private static final long GRAPH_INDEX = 0;
    private static final int USUAL_RADIX = 5;
    private static final int USUAL_SPREAD = 2;

    TaskGraph {
        if (steps < 1 || width < 1 || radix < 0 || period < 1) {
            throw new IllegalArgumentException("a graph has steps, width and period, and no negative radix: " + steps
                    + ", " + width + ", " + period + ", " + radix);
        }
        if (dependence == Dependence.SPREAD && (radix > width || period > Math.max(1, width / Math.max(1, radix)))) {
            throw new IllegalArgumentException("spread needs a radix up to the width, and a period up to width/radix");
        }
    }

    /** A graph with the usual radix, if it is null. */
    static TaskGraph usual(Dependence dependence, int steps, int width, Integer radix, int period, double fraction) {
        int usual = dependence == Dependence.SPREAD ? Math.min(width, USUAL_SPREAD) : USUAL_RADIX;
        return new TaskGraph(dependence, steps, width, radix == null ? usual : radix, period, fraction);
    }

    /** The first point of a row. */
    int offset(int step) {
        return dependence == Dependence.DOM ? Math.max(0, step + width - steps) : 0;
    }

    /** How many points a row has. */
    int width(int step) {
        return switch (dependence) {
            case TREE -> step >= Integer.SIZE - 1 ? width : Math.min(width, 1 << step);
            case DOM -> Math.min(width, Math.min(step + 1, steps - step));
            default -> width;
        };
    }

    /** How many tasks all rows have together. */
    long tasks() {
        return IntStream.range(0, steps).mapToLong(this::width).sum();
    }

    /** Which of the sets of dependences holds between a row and the one before. */
    int set(int step) {
        return switch (dependence) {
            case FFT -> (step + sets() - 1) % sets();
            case SPREAD, RANDOM_NEAREST -> step % sets();
            default -> 0;
        };
    }

    /** How many sets there are. */
    int sets() {
        return switch (dependence) {
            case FFT -> Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(width - 1));
            case SPREAD, RANDOM_NEAREST -> period;
            default -> 1;
        };
    }

    /** The points of the row before that a point needs, in the order in which it gets them. */
    int[] inputs(int step, int point) {
        if (step == 0) {
            return NONE;
        }
        int first = offset(step - 1);
        int end = first + width(step - 1);
        int[] needed = dependences(set(step), point);
        for (int other : needed) {
            if (other < first || other >= end) {
                return Arrays.stream(needed)
                        .filter(within -> within >= first && within < end)
                        .toArray();
            }
        }
        return needed;
    }

    /** The same in a row that follows one of full width. */
    int[] dependences(int set, int point) {
        return switch (dependence) {
            case TRIVIAL -> NONE;
            case NO_COMM -> new int[] {point};
            case STENCIL_1D -> stencil(point);
            case STENCIL_1D_PERIODIC -> periodic(point);
            case DOM -> range(Math.max(0, point - 1), point);
            case TREE -> new int[] {point / 2};
            case FFT -> butterfly(1 << set, point);
            case ALL_TO_ALL -> range(0, width - 1);
            case NEAREST -> nearest(point);
            case SPREAD -> spread(set, point);
            case RANDOM_NEAREST ->
                Arrays.stream(nearest(point))
                        .filter(other ->
                                other == point || SipHash.uniform(GRAPH_INDEX, radix, set, other, point) < fraction)
                        .toArray();
        };
    }

    private int[] stencil(int point) {
        return range(Math.max(0, point - 1), Math.min(point + 1, width - 1));
    }

    private int[] periodic(int point) {
        int[] inner = stencil(point);
        if (point != 0 && point != width - 1) {
            return inner;
        }
        IntStream first = point == 0 ? IntStream.of(width - 1) : IntStream.empty();
        IntStream last = point == width - 1 ? IntStream.of(0) : IntStream.empty();
        return IntStream.concat(Arrays.stream(inner), IntStream.concat(first, last))
                .toArray();
    }

    private int[] butterfly(int distance, int point) {
        return IntStream.of(point - distance, point, point + distance)
                .filter(other -> other >= 0 && other < width)
                .toArray();
    }

    private int[] nearest(int point) {
        return radix == 0 ? NONE : range(Math.max(0, point - radix / 2), Math.min(point + (radix - 1) / 2, width - 1));
    }

    private int[] spread(int set, int point) {
        return IntStream.range(0, radix)
                .map(i -> (point + i * width / radix + (i > 0 ? set : 0)) % width)
                .toArray();
    }

    private static int[] range(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }
}

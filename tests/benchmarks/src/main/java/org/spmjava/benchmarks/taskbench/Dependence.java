package org.spmjava.benchmarks.taskbench;

import java.util.Locale;

/** Which points of the row before a point needs. */
enum Dependence {
    TRIVIAL,
    NO_COMM,
    STENCIL_1D,
    STENCIL_1D_PERIODIC,
    DOM,
    TREE,
    FFT,
    ALL_TO_ALL,
    NEAREST,
    SPREAD,
    RANDOM_NEAREST;

    /** As Task Bench spells it. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}

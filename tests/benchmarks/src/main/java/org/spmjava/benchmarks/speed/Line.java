package org.spmjava.benchmarks.speed;

import java.util.List;

/** One line of the suite: something that is measured of all its contestants, in turn and in the same run. */
public interface Line {

    /** How the line is called on the command line: a word in lower case, with hyphens. */
    String name();

    /** What is measured, and of what: a sentence or two. */
    String says();

    /** What is measured, in the order of the table; at least one. */
    List<Figure> figures();

    /** Who is measured: ours first, called {@link Contestant#OURS}; the others in the order of the table. */
    List<Contestant> contestants();

    /**
     * How often each contestant is measured if there is time; at least 1. There may be time for fewer, never for none.
     */
    default int repetitions() {
        return 5;
    }

    /**
     * About how long one repetition of all contestants takes, in s. The suite divides its time among the lines in
     * proportion to this and {@link #repetitions}.
     */
    double roundSeconds();
}

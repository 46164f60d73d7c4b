package org.spmjava.benchmarks.speed.suite;

import java.util.List;
import org.spmjava.benchmarks.speed.Line;

/** Which lines the suite has. */
final class Lines {

    /** In the order in which they are measured and printed. */
    static final List<Line> ALL = List.of();

    private Lines() {}
}

package org.spmjava.benchmarks.speed.suite;

import java.util.List;
import org.spmjava.benchmarks.primitives.PrimitivesLine;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.codec.CodecLine;
import org.spmjava.benchmarks.speed.shell.ShellLine;
import org.spmjava.benchmarks.taskbench.TaskBenchLine;

/** Which lines the suite has. */
final class Lines {

    /** In the order in which they are measured and printed. */
    static final List<Line> ALL = List.of(
            NoOpLine.noops(),
            NoOpLine.roundTrip(),
            NoOpLine.afterIdle(),
            NoOpLine.idle(),
            NoOpLine.coldStart(),
            NoOpLine.coldStartOfMany(),
            new ShellLine(),
            TaskBenchLine.fine(),
            TaskBenchLine.dag(),
            new PrimitivesLine(),
            new CodecLine());

    private Lines() {}
}

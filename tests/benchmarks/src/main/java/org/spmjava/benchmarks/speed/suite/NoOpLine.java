package org.spmjava.benchmarks.speed.suite;

import java.util.List;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Target;
import org.spmjava.benchmarks.speed.noop.NoOpHub;
import org.spmjava.benchmarks.speed.noop.Workload;

/**
 * A line about tasks that do nothing.
 *
 * @param name see {@link Line}
 * @param says see {@link Line}
 * @param figures see {@link Line}
 * @param contestants see {@link Line}
 * @param repetitions see {@link Line}
 * @param roundSeconds see {@link Line}
 */
record NoOpLine(
        String name,
        String says,
        List<Figure> figures,
        List<Contestant> contestants,
        int repetitions,
        double roundSeconds)
        implements Line {

    private static final int MANY_SPOKES = 16;
    private static final int OFTEN = 5;

    /** For what differs little from one repetition to the next, or takes long. */
    private static final int SELDOM = 3;

    /** A list of a million. */
    static NoOpLine noops() {
        return new NoOpLine(
                "noops",
                "A list of 1,000,000 tasks that do nothing, from pushing the first to the result of the last.",
                List.of(
                        Figure.more(Workload.RATE, "tasks/s", Target.atLeast(1e6)),
                        Figure.less(NoOpHub.HEAP, "bytes", Target.atMost(600))),
                Everybody.whoDoes(Workload.NOOPS),
                OFTEN,
                72);
    }

    /** One task at a time. */
    static NoOpLine roundTrip() {
        return new NoOpLine(
                "round-trip",
                "One task that does nothing at a time: from pushing it to its result, while there is always one.",
                List.of(
                        Figure.less(Workload.P50, "µs", Target.atMost(15)),
                        Figure.less(Workload.P99, "µs", Target.none())),
                Everybody.whoDoes(Workload.ROUND_TRIP),
                OFTEN,
                60);
    }

    /** One task after a pause. */
    static NoOpLine afterIdle() {
        return new NoOpLine(
                "after-idle",
                "One task that does nothing, after 10 ms in which there was none.",
                List.of(
                        Figure.less(Workload.P50, "µs", Target.atMost(60)),
                        Figure.less(Workload.P99, "µs", Target.none())),
                Everybody.whoDoes(Workload.AFTER_IDLE),
                OFTEN,
                62);
    }

    /** No task at all. */
    static NoOpLine idle() {
        return new NoOpLine(
                "idle",
                "What all processes together use of one core while there is nothing to do, over 5 s.",
                List.of(Figure.less(Workload.IDLE_CPU, "% of a core", Target.atMost(5))),
                Everybody.whoDoes(Workload.IDLE),
                SELDOM,
                65);
    }

    /** A whole program. */
    static NoOpLine coldStart() {
        return new NoOpLine(
                "cold-start",
                "From before the first process is started to the first result, of a program that runs one task.",
                List.of(
                        Figure.less(Workload.FIRST_RESULT, "ms", Target.atMost(1000)),
                        Figure.less(NoOpHub.ALL_SPOKES, "ms", Target.none())),
                Everybody.whoDoes(Workload.COLD_START),
                OFTEN,
                18);
    }

    /** A whole program with more Spokes than cores. */
    static NoOpLine coldStartOfMany() {
        return new NoOpLine(
                "cold-start-" + MANY_SPOKES,
                "The same with 16 Spokes; and until a command that waits for all of them has its result.",
                List.of(
                        Figure.less(Workload.FIRST_RESULT, "ms", Target.atMost(4000)),
                        Figure.less(NoOpHub.ALL_SPOKES, "ms", Target.none())),
                List.of(Everybody.ours(Workload.COLD_START, MANY_SPOKES)),
                SELDOM,
                8);
    }
}

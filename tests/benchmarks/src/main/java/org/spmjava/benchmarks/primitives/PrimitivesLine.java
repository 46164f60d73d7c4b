package org.spmjava.benchmarks.primitives;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spmjava.benchmarks.speed.ClassPath;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Mpi;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Target;
import org.spmjava.benchmarks.speed.Trial;

/** What tasks that communicate wait for each other. */
public final class PrimitivesLine implements Line {

    private static final String AERON = "plain Aeron";
    private static final String MPI = "Open MPI";
    private static final List<Integer> SIZES = List.of(2, 4, 8);
    private static final double MOST_TIMES_AERON = 2;
    private static final int REPETITIONS = 2;
    private static final double ROUND_SECONDS = 60;
    private static final double SECONDS_OF_SAMPLE = 0.2;

    /** Made by the suite. */
    public PrimitivesLine() {}

    @Override
    public String name() {
        return "primitives";
    }

    @Override
    public String says() {
        return "Primitives of general grain, each again and again: the mean time of one. Of four and eight Spokes, two"
                + " run at once here.";
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int size : SIZES) {
            for (Measure measure : Measure.values()) {
                if (measure == Measure.ROUND_TRIP && size > SIZES.get(0)) {
                    continue;
                }
                Target target =
                        measure == Measure.ROUND_TRIP ? Target.atMostTimes(MOST_TIMES_AERON, AERON) : Target.none();
                for (int bytes : measure.lengths()) {
                    figures.add(Figure.less(measure.figure(bytes, size), "µs", target));
                }
            }
        }
        return List.copyOf(figures);
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(new Ours(), new ByAeron(AERON, false), new ByAeron(AERON + ", yielding", true), new ByMpi());
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public double roundSeconds() {
        return ROUND_SECONDS;
    }

    private record Ours() implements Contestant {

        @Override
        public String name() {
            return OURS;
        }

        @Override
        public String says() {
            return "sessions of two, four and eight Spokes, default options";
        }

        @Override
        public Measured measure(Trial trial) throws Exception {
            double seconds = SECONDS_OF_SAMPLE * Math.min(1, trial.scale());
            return Program.of(trial, trial.hub(PrimitivesProgram.class, "--seconds", seconds))
                    .run();
        }
    }

    private record ByAeron(String name, boolean yields) implements Contestant {

        @Override
        public String says() {
            return "Aeron " + ClassPath.versionOf(io.aeron.Aeron.class) + ", IPC between two processes, each of which "
                    + (yields ? "yields" : "spins") + " while it waits; round trips alone";
        }

        @Override
        public Measured measure(Trial trial) throws Exception {
            List<String> exports = List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED");
            return Program.of(
                            trial,
                            trial.java(ClassPath.ofPeer("/aeron", "/agrona"), exports, PlainAeron.class, idle(yields)))
                    .run();
        }

        private static String idle(boolean yields) {
            return yields ? PlainAeron.YIELD : PlainAeron.SPIN;
        }
    }

    private record ByMpi() implements Contestant {

        @Override
        public String name() {
            return MPI;
        }

        @Override
        public String says() {
            return Mpi.version() + ", in C; more ranks than cores yield while they wait";
        }

        @Override
        public Optional<String> missing() {
            return Mpi.missing();
        }

        @Override
        public Measured measure(Trial trial) throws Exception {
            Measured all = Measured.nothing();
            for (int size : SIZES) {
                all = all.and(Mpi.program(trial, "primitives.c", size).run());
            }
            return all;
        }
    }
}

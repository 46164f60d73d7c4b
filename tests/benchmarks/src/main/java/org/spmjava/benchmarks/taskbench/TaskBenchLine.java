package org.spmjava.benchmarks.taskbench;

import java.util.ArrayList;
import java.util.List;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Measured;
import org.spmjava.benchmarks.speed.Program;
import org.spmjava.benchmarks.speed.Target;
import org.spmjava.benchmarks.speed.Trial;

/** Task Bench's METG(50 %), by the shortened search of {@link Metg}. */
public final class TaskBenchLine implements Line {

    private static final double MOST_FINE_US = 10;
    private static final double MOST_DAG_US = 50;
    private static final int REPETITIONS = 1;
    private static final double FINE_SECONDS = 25;
    private static final double DAG_SECONDS = 45;
    private static final int RUNS = 3;

    private final Bench.Grain grain;

    private TaskBenchLine(Bench.Grain grain) {
        this.grain = grain;
    }

    /** Of tasks that communicate. */
    public static Line fine() {
        return new TaskBenchLine(Bench.Grain.FINE);
    }

    /** Of a task for each point of a graph. */
    public static Line dag() {
        return new TaskBenchLine(Bench.Grain.DAG);
    }

    private boolean isFine() {
        return grain == Bench.Grain.FINE;
    }

    @Override
    public String name() {
        return isFine() ? "task-bench-fine" : "task-bench-dag";
    }

    @Override
    public String says() {
        String how = isFine()
                ? "each of two Spokes has a block of columns and sends its outputs to the other"
                : "each point is a task of a DAG, its output in a file that both Spokes map; building the graph counts";
        return "Task Bench, METG(50 %): how short tasks may be if two Spokes are to do half of what they could; " + how
                + ". The search begins near the answer, and each number of iterations is run three times.";
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Dependence type : TaskBench.MEASURED) {
            for (int width : TaskBench.WIDTHS) {
                figures.add(Figure.less(
                        TaskBench.figure(type, width), "µs", Target.atMost(isFine() ? MOST_FINE_US : MOST_DAG_US)));
                figures.add(Figure.less(TaskBench.iterationsFigure(type, width), "iterations", Target.none()));
            }
        }
        return List.copyOf(figures);
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(new Ours(grain));
    }

    @Override
    public int repetitions() {
        return REPETITIONS;
    }

    @Override
    public double roundSeconds() {
        return isFine() ? FINE_SECONDS : DAG_SECONDS;
    }

    private record Ours(Bench.Grain grain) implements Contestant {

        @Override
        public String name() {
            return OURS;
        }

        @Override
        public String says() {
            return "two Spokes, default options";
        }

        @Override
        public Measured measure(Trial trial) throws Exception {
            return Program.of(
                            trial,
                            trial.hub(
                                    TaskBench.class,
                                    "--told",
                                    "--grain",
                                    grain,
                                    "--repetitions",
                                    trial.count(RUNS),
                                    "--steps",
                                    trial.count(grain.steps())))
                    .run();
        }
    }
}

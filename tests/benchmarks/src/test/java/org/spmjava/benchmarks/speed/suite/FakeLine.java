package org.spmjava.benchmarks.speed.suite;

import java.util.List;
import org.spmjava.benchmarks.speed.Contestant;
import org.spmjava.benchmarks.speed.Figure;
import org.spmjava.benchmarks.speed.Line;
import org.spmjava.benchmarks.speed.Target;

/** A line for tests: what it measures takes no time but what a clock is told. */
record FakeLine(String name, int repetitions, double roundSeconds, List<Contestant> contestants) implements Line {

    static final Figure FIGURE = Figure.less("time", "ms", Target.atMost(20));

    @Override
    public String says() {
        return "Nothing.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(FIGURE);
    }
}

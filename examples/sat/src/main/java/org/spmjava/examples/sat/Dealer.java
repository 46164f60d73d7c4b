package org.spmjava.examples.sat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.spmjava.examples.sat.Deal.Deed;
import org.spmjava.examples.sat.Deal.News;
import org.spmjava.examples.sat.Deal.Order;
import org.spmjava.examples.sat.Deal.Report;

/**
 * Deals cubes out to members, on the Hub. A cube is split when it has been worked on for some time and there are not
 * enough of them: so what is easy is never split, and nobody who could help is idle for long. Until there is a part for
 * it, a member without one works on the cube of another one in its own way. Pure: time comes in as an argument.
 */
final class Dealer {

    /**
     * When cubes are split.
     *
     * @param firstParts into how many cubes the whole is split; 1 for never
     * @param firstAfterNs how long it is searched as a whole before
     * @param parts into how many a cube is split for one who is idle
     * @param afterNs how long it is worked on before
     */
    record Plan(int firstParts, long firstAfterNs, int parts, long afterNs) {}

    private final Cubes cubes;
    private final Plan plan;
    private boolean satisfied;
    private boolean stopped;
    private boolean endTold;

    /** @param cubes what is left of the search; nobody works on it any more */
    Dealer(Cubes cubes, Plan plan) {
        this.cubes = cubes;
        this.plan = plan;
        cubes.abandon();
    }

    /** Time is up: whoever asks next is told to end. */
    void stop() {
        stopped = true;
    }

    /** Whether a member said that it has a model. */
    boolean isSatisfied() {
        return satisfied;
    }

    boolean isOver() {
        return satisfied || stopped || cubes.areAllRefuted();
    }

    /** Takes in what a member says, and says what it is to do. */
    Order answer(int rank, Report report, long nowNs) {
        if (report.news() == News.REFUTED) {
            cubes.refute(report.numbers());
        } else if (report.news() == News.SPLIT) {
            cubes.split(report.cube(), report.numbers(), nowNs);
        } else if (report.news() == News.SATISFIED) {
            satisfied = true;
        }
        if (isOver()) {
            boolean first = !endTold;
            endTold = true;
            return new Order(Deed.END, Deal.NO_CUBE, first, new int[0]);
        }
        Optional<Cubes.Cube> own = cubes.of(rank);
        Cubes.Cube cube = own.filter(mine -> !mayChange(mine))
                .orElseGet(() -> cubes.assign(rank, nowNs).orElseThrow());
        OptionalInt parts = report.news() == News.SPLIT ? OptionalInt.empty() : partsOf(cube, rank, nowNs);
        if (parts.isPresent()) {
            return new Order(
                    Deed.SPLIT,
                    cube.id(),
                    false,
                    IntStream.concat(parts.stream(), IntStream.of(cube.literals()))
                            .toArray());
        }
        return new Order(Deed.WORK, cube.id(), false, cube.literals());
    }

    /** Who helps another one takes a cube of its own as soon as there is one. */
    private boolean mayChange(Cubes.Cube cube) {
        return cube.isShared() && cubes.waiting() > 0;
    }

    private OptionalInt partsOf(Cubes.Cube cube, int rank, long nowNs) {
        if (plan.firstParts() > 1 && cube.id() == 0) {
            return cube.isSplitDue(rank, nowNs, plan.firstAfterNs())
                    ? OptionalInt.of(plan.firstParts())
                    : OptionalInt.empty();
        }
        boolean needed = plan.firstParts() > 1 && cubes.waiting() == 0 && cubes.idle() > 0;
        return needed && cube.isSplitDue(rank, nowNs, plan.afterNs())
                ? OptionalInt.of(plan.parts())
                : OptionalInt.empty();
    }
}

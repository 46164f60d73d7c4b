package org.spmjava.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a lane shows in a file of bounded size: bars of tasks, and between them stretches of many tasks that are too
 * short to be told apart.
 *
 * @param pieces ascending and without overlaps
 */
record Strip(List<Piece> pieces) {

    /** Something to draw. */
    sealed interface Piece permits One, Many {}

    /** A task by itself. */
    record One(Lane.Bar bar) implements Piece {}

    /**
     * Tasks of one command, one after the other, all of which returned.
     *
     * @param command their command
     * @param startNs when the first began
     * @param endNs when the last ended
     * @param count how many there are
     * @param busyNs how long they took together
     */
    record Many(CommandView command, long startNs, long endNs, int count, long busyNs) implements Piece {}

    /**
     * Strips for all lanes.
     *
     * @param most how many pieces there may be, failures left out
     * @return one for each lane
     */
    static List<Strip> of(List<Lane> lanes, int most) {
        long spanNs = 1;
        for (Lane lane : lanes) {
            if (!lane.bars().isEmpty()) {
                spanNs =
                        Math.max(spanNs, lane.bars().get(lane.bars().size() - 1).endNs());
            }
        }
        for (long quantumNs = 0; ; quantumNs = quantumNs == 0 ? Math.max(1, spanNs / most) : 2 * quantumNs) {
            List<Strip> strips = new ArrayList<>();
            int size = 0;
            for (Lane lane : lanes) {
                Strip strip = of(lane, quantumNs);
                strips.add(strip);
                size += strip.pieces.size() - strip.failures();
            }
            // Doubled beyond the whole session, it cannot bring any more together.
            if (size <= most || quantumNs > 2 * spanNs) {
                return strips;
            }
        }
    }

    private int failures() {
        return (int) pieces.stream()
                .filter(piece ->
                        piece instanceof One one && !one.bar().task().verdict().returned())
                .count();
    }

    /** What is shorter than a quantum, and returned, goes together with its neighbours, for a quantum at the most. */
    private static Strip of(Lane lane, long quantumNs) {
        List<Piece> pieces = new ArrayList<>();
        List<Lane.Bar> together = new ArrayList<>();
        for (Lane.Bar bar : lane.bars()) {
            boolean small = bar.durationNs() < quantumNs && bar.task().verdict().returned();
            boolean fits = !together.isEmpty()
                    && together.get(0).command() == bar.command()
                    && bar.endNs() - together.get(0).startNs() <= quantumNs;
            if (!small || !fits) {
                flush(together, pieces);
            }
            if (small) {
                together.add(bar);
            } else {
                pieces.add(new One(bar));
            }
        }
        flush(together, pieces);
        return new Strip(pieces);
    }

    private static void flush(List<Lane.Bar> together, List<Piece> pieces) {
        if (together.size() == 1) {
            pieces.add(new One(together.get(0)));
        } else if (!together.isEmpty()) {
            Lane.Bar first = together.get(0);
            long busyNs = together.stream().mapToLong(Lane.Bar::durationNs).sum();
            pieces.add(new Many(
                    first.command(),
                    first.startNs(),
                    together.get(together.size() - 1).endNs(),
                    together.size(),
                    busyNs));
        }
        together.clear();
    }
}

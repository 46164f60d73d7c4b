package org.spmjava.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.spmjava.api.SpokeIdentity;

/**
 * What happened in a slot.
 *
 * @param slot its number
 * @param spokes the Spokes that were in it, one after the other
 * @param bars what they did, ascending and without overlaps
 */
record Lane(int slot, List<SpokeLog> spokes, List<Bar> bars) {

    /** The host of its Spokes. */
    String host() {
        return spokes.get(0).identity().host();
    }

    /**
     * A task on a Spoke, from the session's begin.
     *
     * @param command its command
     * @param task the task
     * @param startNs when it began
     * @param durationNs how long it took
     */
    record Bar(CommandView command, EndedTask task, long startNs, long durationNs) {

        long endNs() {
            return startNs + durationNs;
        }
    }

    /** Takes Spokes and tasks in any order. */
    static final class Builder {

        private static final Comparator<Bar> IN_ORDER = Comparator.comparingLong(Bar::endNs)
                .thenComparingLong(Bar::startNs)
                .thenComparingInt(bar -> bar.command().number())
                .thenComparingInt(bar -> bar.task().number());

        private final TreeMap<Long, SpokeLog> spokes = new TreeMap<>();
        private final List<Bar> bars = new ArrayList<>();

        void add(SpokeLog spoke) {
            spokes.put(spoke.identity().incarnation(), spoke);
        }

        void add(SpokeIdentity spoke, CommandView command, EndedTask task) {
            long startNs = command.beginNs() + task.startNs();
            // One that joined before anybody listened, and is gone since.
            spokes.computeIfAbsent(spoke.incarnation(), unknown -> new SpokeLog(spoke, startNs));
            bars.add(new Bar(command, task, startNs, task.durationNs()));
        }

        Lane lane(int slot) {
            bars.sort(IN_ORDER);
            apart();
            return new Lane(slot, List.copyOf(spokes.values()), bars);
        }

        /**
         * A Spoke does one thing after the other, but its Hub hears of some of them together, and so takes all but the
         * last for later than they were. Each ended when the next began at the latest.
         */
        private void apart() {
            long latestNs = Long.MAX_VALUE;
            for (int i = bars.size() - 1; i >= 0; i--) {
                Bar bar = bars.get(i);
                if (bar.endNs() > latestNs) {
                    long startNs = Math.max(Math.min(bar.command().beginNs(), latestNs), latestNs - bar.durationNs());
                    bar = new Bar(bar.command(), bar.task(), startNs, latestNs - startNs);
                    bars.set(i, bar);
                }
                latestNs = bar.startNs();
            }
        }
    }
}

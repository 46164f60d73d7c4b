package org.spmjava.report;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/**
 * A command's tasks, added up.
 *
 * @param count how many have their final status
 * @param counts the same by verdict, of those that are known
 * @param spokes who took part
 * @param busyNs how long they took together
 * @param firstStartNs when the first began, from the command's begin; 0 if none has
 * @param lastEndNs when the last ended
 */
record Totals(
        long count,
        Map<Verdict, Long> counts,
        Set<SpokeIdentity> spokes,
        long busyNs,
        long firstStartNs,
        long lastEndNs) {

    static Totals of(Conclusion conclusion) {
        Sum sum = new Sum();
        conclusion.tasks().forEach(sum::add);
        sum.spokes.addAll(conclusion.spokes());
        return sum.totals(0);
    }

    static Totals of(List<EndedTask> tasks, long unknown) {
        Sum sum = new Sum();
        tasks.forEach(task -> sum.add(task.outcome()));
        return sum.totals(unknown);
    }

    long slots() {
        return spokes.stream().map(SpokeIdentity::slot).distinct().count();
    }

    /** As {@link Conclusion#parallelEfficiency()} defines it. */
    double efficiency(long durationNs) {
        double offeredNs = (double) durationNs * slots();
        return offeredNs <= 0 ? 0 : Math.min(1, busyNs / offeredNs);
    }

    long notReturned() {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().returned())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static final class Sum {
        private final EnumMap<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        private final Set<SpokeIdentity> spokes = new LinkedHashSet<>();
        private long count;
        private long busyNs;
        private long firstStartNs = Long.MAX_VALUE;
        private long lastEndNs;

        void add(Conclusion.Outcome outcome) {
            long startNs = outcome.start().toNanos();
            long durationNs = outcome.duration().toNanos();
            count++;
            counts.merge(outcome.verdict(), 1L, Long::sum);
            outcome.spoke().ifPresent(spokes::add);
            busyNs += durationNs;
            lastEndNs = Math.max(lastEndNs, startNs + durationNs);
            if (outcome.spoke().isPresent()) {
                firstStartNs = Math.min(firstStartNs, startNs);
            }
        }

        Totals totals(long unknown) {
            return new Totals(
                    count + unknown,
                    counts,
                    spokes,
                    busyNs,
                    firstStartNs == Long.MAX_VALUE ? 0 : firstStartNs,
                    lastEndNs);
        }
    }
}

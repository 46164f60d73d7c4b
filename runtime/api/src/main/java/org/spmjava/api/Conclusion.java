package org.spmjava.api;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spmjava.api.closure.OutcomeList;

/**
 * What a command left behind: every task in exactly one final status, and nothing pending. Its return is a sequence
 * point.
 *
 * @param command the command's number in its session, from 1
 * @param signature the signature of the closure that was managed
 * @param pattern how its tasks were managed
 * @param policy the policy that went with the pattern
 * @param grain how far its tasks might communicate
 * @param tasks one entry a task, in order of {@link TaskStatus#index()}
 * @param spokes every incarnation that took part
 * @param duration from the call of {@code manage} to its conclusion
 * @param residue what could not be shown to be released; empty after a clean conclusion
 */
public record Conclusion(
        int command,
        String signature,
        Pattern pattern,
        Policy policy,
        Grain grain,
        List<Outcome> tasks,
        Set<SpokeIdentity> spokes,
        Duration duration,
        List<String> residue) {

    /** Copies the collections. */
    public Conclusion {
        tasks = tasks instanceof OutcomeList immutable ? immutable : List.copyOf(tasks);
        spokes = Collections.unmodifiableSet(new LinkedHashSet<>(spokes));
        residue = List.copyOf(residue);
    }

    /**
     * Whether every task returned and nothing was left.
     *
     * @return true also for a command without tasks
     */
    public boolean concludedWell() {
        return residue.isEmpty()
                && tasks.stream().allMatch(task -> task.verdict().returned());
    }

    /**
     * How many tasks ended with a verdict.
     *
     * @param verdict the verdict
     * @return 0 or more
     */
    public long count(Verdict verdict) {
        return tasks.stream().filter(task -> task.verdict() == verdict).count();
    }

    /**
     * The number of tasks by verdict.
     *
     * @return an entry for each verdict that occurred, in the verdicts' order
     */
    public Map<Verdict, Long> counts() {
        return tasks.stream().collect(Collectors.groupingBy(Outcome::verdict, TreeMap::new, Collectors.counting()));
    }

    /**
     * How long the tasks took together. A task takes from the moment at which its Spoke begins with it, preloads
     * included, to the moment at which it has its end; time that a task spends waiting for others is time that it
     * takes.
     *
     * @return the sum of {@link Outcome#duration()}; zero for a command without tasks
     */
    public Duration busy() {
        return Duration.ofNanos(
                tasks.stream().mapToLong(task -> task.duration().toNanos()).sum());
    }

    /**
     * Which part of the time that the command had its Spokes these were busy: {@link #busy()}, divided by the product
     * of {@link #duration()} and the number of slots whose Spokes took part. A Spoke that came in another's place
     * counts with it as one. So it is 1 if every slot was busy from the call of {@code manage} to its end; waiting for
     * Spokes, callbacks of the Hub and tasks that found no work all lower it.
     *
     * @return from 0 to 1; 0 if no Spoke took part
     */
    public double parallelEfficiency() {
        long slots = spokes.stream().map(SpokeIdentity::slot).distinct().count();
        double offeredNs = (double) duration.toNanos() * slots;
        // Two clocks are involved, the Hub's and a Spoke's.
        return offeredNs == 0 ? 0 : Math.min(1, busy().toNanos() / offeredNs);
    }

    /**
     * Says, in a few words for people, how a task ended: where, after how long, and why.
     *
     * @param task the task's number, from 0
     * @return one or a few sentences
     */
    public String explain(int task) {
        return task < 0 || task >= tasks.size()
                ? "There is no task " + task + ": the command had " + tasks.size() + "."
                : tasks.get(task).explain(task);
    }

    /**
     * The end of one task, without its values.
     *
     * @param label the task's label
     * @param verdict how it ended
     * @param spoke where it ran, empty if it was dropped
     * @param start when it began, in whole microseconds from the call of {@code manage}; if it was dropped, when that
     *     was. It is by the Hub's clock: the moment at which the Hub heard of its end less its duration. So it is late
     *     by as long as the Hub took to hear, and two tasks of one Spoke may seem to overlap by as much
     * @param duration how long it took
     * @param message why it did not return; empty if it did
     */
    public record Outcome(
            String label,
            Verdict verdict,
            Optional<SpokeIdentity> spoke,
            Duration start,
            Duration duration,
            String message) {

        /** Leaves out of the start what is less than a microsecond. */
        public Outcome {
            start = start.truncatedTo(ChronoUnit.MICROS);
        }

        /**
         * Says, in a few words for people, how the task ended.
         *
         * @param task the task's number, from 0
         * @return one sentence; of a remote exception, its first line
         */
        public String explain(int task) {
            String name = "Task " + task + " '" + label + "'";
            String why = message.lines().findFirst().map(line -> ": " + line).orElse("");
            String where = spoke.map(who -> " on " + who + " after " + duration.toMillis() + " ms")
                    .orElse("");
            return switch (verdict) {
                case RETURNED -> name + " returned" + where + ".";
                case DROPPED -> name + " never started" + why + ".";
                default -> name + " ended " + verdict + where + why + ".";
            };
        }
    }
}

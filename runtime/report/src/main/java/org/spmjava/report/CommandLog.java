package org.spmjava.report;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.spmjava.api.CommandDescription;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Pattern;

/** What is known of a command while its session goes on. Guarded by its recording. */
final class CommandLog {

    static final int MOST_LOOSE = 200_000;
    /** A drawing of a larger DAG has no use, and a path through it no reader. */
    private static final int MOST_OF_A_DAG = 200_000;

    private final int number;
    private final String signature;
    private final String management;
    private final boolean unit;
    private final int pushed;
    private final long invokedNs;
    private final int mostLoose;
    /** Of each task of a DAG; empty for other patterns, and where the tasks are not kept. */
    private List<int[]> predecessors;
    /** What was told task by task, until all of it is there at once. */
    private List<EndedTask> loose = new ArrayList<>();

    private long looseLeftOut;
    private Duration duration;
    private List<String> residue = List.of();
    private Totals totals;
    private List<Conclusion.Outcome> outcomes;

    CommandLog(int number, CommandDescription description, int mostLoose) {
        this.number = number;
        this.mostLoose = mostLoose;
        this.signature = description.signature();
        this.management = (description.pattern() + ", " + description.policy() + ", " + description.grain())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        this.unit = Members.areShown(description);
        this.pushed = description.pushed();
        this.invokedNs = description.invokedAt().toNanos();
        boolean dag = description.pattern() == Pattern.DAG && pushed <= MOST_OF_A_DAG;
        this.predecessors = dag ? predecessors(description) : List.of();
    }

    private static List<int[]> predecessors(CommandDescription description) {
        List<int[]> all = new ArrayList<>(description.pushed());
        for (int task = 0; task < description.pushed(); task++) {
            all.add(description.predecessors(task).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
        return all;
    }

    void ended(int task, Conclusion.Outcome outcome) {
        if (loose.size() < mostLoose) {
            loose.add(new EndedTask(task, outcome));
        } else {
            looseLeftOut++;
        }
    }

    void concluded(Duration took, List<String> left) {
        duration = took;
        residue = left;
    }

    void managed(Conclusion conclusion, boolean keepTasks) {
        duration = conclusion.duration();
        residue = conclusion.residue();
        totals = Totals.of(conclusion);
        outcomes = keepTasks ? conclusion.tasks() : List.of();
        predecessors = keepTasks ? predecessors : List.of();
        loose = List.of();
        looseLeftOut = 0;
    }

    CommandView view() {
        List<EndedTask> tasks = outcomes == null ? List.copyOf(loose) : numbered(outcomes);
        Totals known = totals == null ? Totals.of(tasks, looseLeftOut) : totals;
        CommandView.State state = totals != null
                ? CommandView.State.RETURNED
                : duration != null ? CommandView.State.THREW : CommandView.State.ONLINE;
        long endNs = duration == null ? known.lastEndNs() : duration.toNanos();
        return new CommandView(
                number,
                signature,
                management,
                state,
                unit,
                pushed,
                invokedNs,
                invokedNs + endNs,
                residue,
                predecessors,
                tasks,
                known,
                known.count() - tasks.size());
    }

    private static List<EndedTask> numbered(List<Conclusion.Outcome> outcomes) {
        final class Numbered extends AbstractList<EndedTask> implements RandomAccess {
            @Override
            public EndedTask get(int task) {
                return new EndedTask(task, outcomes.get(task));
            }

            @Override
            public int size() {
                return outcomes.size();
            }
        }
        return new Numbered();
    }
}

package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spmjava.api.Policy;
import org.spmjava.core.hub.HubEffect.Explained;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.Waiting;

/** Says, for people, why a task does not run, or where it does. Looks, and changes nothing. */
final class Explanation {

    private static final int MOST_NAMED = 5;
    private static final long MS = 1_000_000;

    private final CommandSpec spec;
    private final HubCore.Surroundings hub;
    private final Manager manager;
    private final Roster roster;
    private final Ledger ledger;

    Explanation(CommandSpec spec, HubCore.Surroundings hub, Manager manager, Roster roster, Ledger ledger) {
        this.spec = spec;
        this.hub = hub;
        this.manager = manager;
        this.roster = roster;
        this.ledger = ledger;
    }

    /**
     * Explains one task.
     *
     * @param started whether the first tasks have started
     * @param waitLeftNs how long the minimum of Spokes is waited for, if they have not
     */
    Explained of(long question, int task, boolean started, long waitLeftNs) {
        int most = most();
        if (task < 0 || task >= most) {
            return new Explained(question, false, "There is no task " + task + ": the command has " + most + ".");
        }
        String name = name(task);
        for (Worker worker : roster.all()) {
            int before = worker.position(task);
            if (before >= 0) {
                return new Explained(question, false, name + at(worker, before));
            }
        }
        if (ledger.holds(task)) {
            return new Explained(question, false, name + " has returned; its status is held back until " + heldFor());
        }
        Waiting waiting = manager.waiting(task);
        if (waiting instanceof Waiting.NoMore) {
            return new Explained(question, true, name + " has ended.");
        }
        return new Explained(question, false, name + (started ? why(waiting) : noSpokes(waiting, waitLeftNs)));
    }

    /** Of a manager's own tasks, such as those that combine, users know nothing. */
    private int most() {
        if (!spec.isOnePayload()) {
            return spec.tasks().size();
        }
        int possible = spec.policy() == Policy.REPEAT
                ? spec.repetitions()
                : Math.min(spec.spokesMax(), spec.slots().size());
        return Math.max(manager.taskCount(), possible);
    }

    private String name(int task) {
        return "Task " + task + " '" + spec.task(task).label() + "'";
    }

    private String at(Worker worker, int before) {
        if (before > 0) {
            return " is at " + worker.spoke() + ", behind " + count(before, "task") + " that it has.";
        }
        Attempt attempt = worker.head();
        long runNs = hub.nowNs() - worker.headSinceNs();
        long leftNs = attempt.spec.timeoutNs() - runNs;
        String doing = attempt.isLoading() ? " preloads on " : " runs on ";
        String since = doing + worker.spoke() + ", since " + time(runNs);
        if (worker.isOverdue(attempt)) {
            return since + "; it overran its deadline, and its Spoke is being ended.";
        }
        return leftNs > 0
                ? since + "; its deadline passes in " + time(leftNs) + "."
                : since + "; its deadline has passed, and its Spoke is to end itself.";
    }

    /** A unit waits for each of its tasks; a decentralized aggregate also for those that combine. */
    private String heldFor() {
        if (!spec.isOnePayload()) {
            return "all tasks have returned, and what they returned is combined.";
        }
        List<Integer> missing = new ArrayList<>();
        for (Worker worker : roster.all()) {
            if (worker.head() != null) {
                missing.add(worker.rank());
            }
        }
        String ranks = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return missing.size() == 1 ? "rank " + ranks + " returns." : "ranks " + ranks + " return.";
    }

    private String why(Waiting waiting) {
        if (waiting instanceof Waiting.ForTasks tasks) {
            return " waits for " + count(tasks.needed().size(), "task") + " that it needs: " + named(tasks.needed());
        }
        if (waiting instanceof Waiting.InQueue queue) {
            String place = queue.ahead() == 0 ? "as the next" : "behind " + count(queue.ahead(), "task");
            return " waits for a Spoke, " + place + "; " + spokes() + ".";
        }
        if (waiting instanceof Waiting.ForItsSpoke) {
            return " waits for the Spoke that it belongs to; " + spokes() + ".";
        }
        return " comes with a Spoke that the command has not acquired; " + spokes() + ".";
    }

    private String noSpokes(Waiting waiting, long waitLeftNs) {
        boolean needsOthers = waiting instanceof Waiting.ForTasks;
        String left = waitLeftNs > 0 ? "they are waited for another " + time(waitLeftNs) : "the time for them is over";
        return " waits for Spokes, of which the command needs " + spec.spokesMin() + " to start"
                + (needsOthers ? ", and for tasks that it needs; " : "; ") + spokes() + "; " + left + ".";
    }

    private String spokes() {
        List<Integer> launching = spec.slots().stream()
                .filter(slot -> hub.tracker().isLaunching(slot))
                .toList();
        int most = Math.min(spec.spokesMax(), spec.slots().size());
        String up = roster.ready() + " of at most " + most + (roster.ready() == 1 ? " is up" : " are up");
        if (launching.isEmpty()) {
            return up;
        }
        String slots = launching.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return up + ", and " + (launching.size() == 1 ? "slot " : "slots ") + slots + more(launching.size())
                + (launching.size() == 1 ? " is" : " are") + " being launched";
    }

    private String named(List<Integer> tasks) {
        return tasks.stream()
                        .limit(MOST_NAMED)
                        .map(task -> "'" + spec.task(task).label() + "' (task " + task + ")")
                        .collect(Collectors.joining(", "))
                + more(tasks.size()) + ".";
    }

    private static String more(int size) {
        return size > MOST_NAMED ? " and " + (size - MOST_NAMED) + " more" : "";
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** To the millisecond below ten seconds, to the second above. */
    private static String time(long durationNs) {
        long ms = durationNs / MS;
        return ms < 10_000 ? ms + " ms" : ms / 1_000 + " s";
    }
}

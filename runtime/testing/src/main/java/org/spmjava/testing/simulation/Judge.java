package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;
import static org.spmjava.testing.simulation.Setting.NEVER;

import java.util.TreeMap;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect.TaskFinal;

/** Whether a verdict is what the model says, judged by what really happened. */
final class Judge {

    private final Setting setting;
    private final Workload workload;
    private final CommandSpec spec;
    private final Ledger ledger;
    private final long invokedNs;
    private final TreeMap<Integer, Start> starts = new TreeMap<>();
    private final TreeMap<Integer, Long> assignedNs = new TreeMap<>();
    private long runningSinceNs = NEVER;
    private boolean forced;
    private boolean returnedAll = true;

    /** A task was started, once. */
    private record Start(SimulatedSpoke spoke, TaskPlan plan) {}

    Judge(Setting setting, Workload workload, CommandSpec spec, Ledger ledger) {
        this.setting = setting;
        this.workload = workload;
        this.spec = spec;
        this.ledger = ledger;
        this.invokedNs = setting.nowNs();
    }

    /** The minimum of Spokes is there. */
    void running() {
        runningSinceNs = setting.nowNs();
    }

    boolean isRunning() {
        return runningSinceNs != NEVER;
    }

    /** A callback threw, or the session ends. */
    void force() {
        forced = true;
    }

    boolean forced() {
        return forced;
    }

    /** Whether the execution deadline has passed. */
    boolean expired() {
        return isRunning() && setting.nowNs() - runningSinceNs >= spec.executionNs();
    }

    private boolean waitedInVain() {
        return !isRunning() && setting.nowNs() - invokedNs >= spec.waitNs();
    }

    /** Whether the command may have been given up as a whole. */
    boolean mayBeOver() {
        return forced || expired() || waitedInVain();
    }

    void assigned(int task) {
        assignedNs.put(task, setting.nowNs());
    }

    void started(int task, SimulatedSpoke spoke, TaskPlan plan) {
        check(starts.put(task, new Start(spoke, plan)) == null, "started twice: task", task);
    }

    /** Whether no verdict was anything but good. */
    boolean returnedAll() {
        return returnedAll;
    }

    /** To be asked before the ledger is told. */
    void judge(TaskFinal last, SimulatedSpoke spoke, boolean endedByHub) {
        int task = last.task();
        returnedAll &= last.verdict().returned();
        if (last.verdict() == Verdict.DROPPED) {
            check(mayBeOver() || workload.isDoomed(task, ledger), "dropped without a reason: task", task);
            // What a Spoke has just begun cannot be known when the command is ended by force.
            check(expired() || forced || !starts.containsKey(task), "dropped after its start: task", task);
            return;
        }
        Start start = starts.get(task);
        switch (last.verdict()) {
            case RETURNED -> {
                check(start != null && start.spoke == spoke, "returned without a start: task", task);
                check(start.plan.fate() == TaskPlan.Fate.RETURN, "returned, though it did not: task", task);
                int answered = workload.taskOf(task, last.result());
                check(answered == task, "another task's value for task", task);
            }
            case LOAD_UNCAUGHT, EVAL_UNCAUGHT -> {
                check(start != null && start.spoke == spoke, "it threw without a start: task", task);
                boolean loading = last.verdict() == Verdict.LOAD_UNCAUGHT;
                check(start.plan.reachesOnline() != loading, "loading or evaluating, mixed up: task", task);
            }
            case LOAD_TIMEOUT, EVAL_TIMEOUT -> {
                long leastNs = (long)
                        (workload.spec(task).timeoutNs() * (1 - setting.faults().drift()));
                boolean overdue = setting.nowNs() - assignedNs.get(task) >= leastNs;
                check(expired() || overdue, "a timeout before the deadline of task", task);
            }
            case LOAD_KILL, EVAL_KILL -> {
                boolean killed = spoke.exit() != null && spoke.exit().fromOutside();
                check(forced || killed || endedByHub, "a kill without a killer of task", task);
            }
            case LOAD_FATAL, EVAL_FATAL -> {
                boolean outOfMemory = start != null && start.plan.fate() == TaskPlan.Fate.OUT_OF_MEMORY;
                boolean byItself = spoke.exit() != null && !spoke.exit().fromOutside();
                check(outOfMemory || byItself, "fatal, though it was killed: task", task);
            }
            default -> throw new IllegalStateException(last.verdict().name());
        }
    }
}

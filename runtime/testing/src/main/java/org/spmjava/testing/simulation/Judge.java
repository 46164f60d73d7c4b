package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;
import static org.spmjava.testing.simulation.Setting.NEVER;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.testing.simulation.Workload.Meaning;

/** Whether a verdict is what the model says, judged by what really happened. */
final class Judge {

    private final Setting setting;
    private final Workload workload;
    private final CommandSpec spec;
    private final Ledger ledger;
    private final BooleanSupplier forsaken;
    private final long invokedNs;
    private final TreeMap<Integer, Start> starts = new TreeMap<>();
    private long runningSinceNs = NEVER;
    private boolean forced;
    private boolean stopped;

    /** A task was started, once. */
    private record Start(SimulatedSpoke spoke, TaskPlan plan, byte[] result) {}

    /** @param forsaken whether too few Spokes are there, and none of those that the pool means will come */
    Judge(Setting setting, Workload workload, CommandSpec spec, Ledger ledger, BooleanSupplier forsaken) {
        this.setting = setting;
        this.workload = workload;
        this.spec = spec;
        this.ledger = ledger;
        this.forsaken = forsaken;
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

    /** A callback said that no further task is to start. */
    void stop() {
        stopped = true;
    }

    private boolean expired() {
        return isRunning() && setting.nowNs() - runningSinceNs >= spec.executionNs();
    }

    private boolean waitedInVain() {
        return !isRunning() && setting.nowNs() - invokedNs >= spec.waitNs();
    }

    /** Whether tasks that run may have been ended by force. */
    private boolean mayHaveEnded() {
        return forced || expired() || workload.meaning(ledger) == Meaning.ENDS_OTHERS;
    }

    /** Whether tasks may be dropped though nothing befell them. */
    boolean mayDrop() {
        return mayHaveEnded()
                || stopped
                || waitedInVain()
                || workload.meaning(ledger) == Meaning.DROPS_PENDING
                || forsaken.getAsBoolean();
    }

    void started(int task, SimulatedSpoke spoke, TaskPlan plan, Assign assign) {
        Start start = new Start(spoke, plan, Payloads.result(assign));
        check(starts.put(task, start) == null, "started twice: task", task);
    }

    /** Whether a task was started by a Spoke. */
    boolean wasStartedBy(int task, long incarnation) {
        Start start = starts.get(task);
        return start != null && start.spoke.identity().incarnation() == incarnation;
    }

    /** Whether this is what a task returned. */
    boolean isResult(int task, byte[] result) {
        Start start = starts.get(task);
        return start != null && Arrays.equals(start.result, result);
    }

    /**
     * To be asked before the ledger is told.
     *
     * @param spoke where it was, {@code null} if it was dropped
     * @param attempt the live attempt at it, {@code null} if there is none
     * @param lost whether its Spoke, or any other whose fate it shares, is gone or being ended
     * @param reported whether a Spoke said so
     */
    void judge(TaskFinal last, SimulatedSpoke spoke, Ledger.Attempt attempt, boolean lost, boolean reported) {
        int task = last.task();
        Start start = starts.get(task);
        switch (last.verdict()) {
            case DROPPED -> {
                check(mayDrop() || workload.isDoomed(task, ledger), "dropped without a reason: task", task);
                // What a Spoke has just begun cannot be known when it is ended by force.
                check(mayHaveEnded() || start == null, "dropped after its start: task", task);
            }
            case RETURNED -> {
                check(start != null && start.spoke == spoke, "returned without a start: task", task);
                check(start.plan.fate() == TaskPlan.Fate.RETURN, "returned, though it did not: task", task);
                check(isResult(task, last.result()), "another task's value for task", task);
            }
            case LOAD_UNCAUGHT,
                    EVAL_UNCAUGHT,
                    LOAD_TIMEOUT,
                    EVAL_TIMEOUT,
                    LOAD_KILL,
                    EVAL_KILL,
                    LOAD_FATAL,
                    EVAL_FATAL -> {
                if (!workload.isUnit() || !lost && !ledger.anyFailed()) {
                    judgeFailure(last, spoke, attempt, start, lost, reported);
                }
            }
        }
    }

    private void judgeFailure(
            TaskFinal last, SimulatedSpoke spoke, Ledger.Attempt attempt, Start start, boolean lost, boolean reported) {
        int task = last.task();
        switch (last.verdict()) {
            case LOAD_UNCAUGHT, EVAL_UNCAUGHT -> {
                check(start != null && start.spoke == spoke, "it threw without a start: task", task);
                boolean loading = last.verdict() == Verdict.LOAD_UNCAUGHT;
                check(start.plan.reachesOnline() != loading, "loading or evaluating, mixed up: task", task);
            }
            case LOAD_TIMEOUT, EVAL_TIMEOUT -> {
                long timeoutNs = workload.spec(task).timeoutNs();
                long leastNs = (long) (timeoutNs * (1 - setting.faults().drift()));
                // The Hub judges from when it can have started, a Spoke from when it has heard of it.
                long elapsedNs = attempt == null
                        ? 0
                        : reported ? setting.nowNs() - attempt.assignedNs() : ledger.headForNs(attempt);
                boolean overdue = elapsedNs >= leastNs;
                check(expired() || overdue, "a timeout before the deadline of task", task);
            }
            case LOAD_KILL, EVAL_KILL -> {
                boolean killed = spoke.exit() != null && spoke.exit().fromOutside();
                check(
                        mayHaveEnded() || killed || lost && spoke.exit() == null,
                        "a kill without a killer of task",
                        task);
            }
            default -> {
                boolean outOfMemory = start != null && start.plan.fate() == TaskPlan.Fate.OUT_OF_MEMORY;
                boolean byItself = spoke.exit() != null && !spoke.exit().fromOutside();
                check(outOfMemory || byItself, "fatal, though it was killed: task", task);
            }
        }
    }
}

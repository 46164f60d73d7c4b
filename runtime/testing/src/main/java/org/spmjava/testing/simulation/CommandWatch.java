package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;
import static org.spmjava.testing.simulation.Setting.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.spoke.SpokeEffect;

/** What must hold of one command, from its invocation to its conclusion; looked at after every event. */
final class CommandWatch {

    private static final long SLACK_NS = 16_000 * MS;
    private static final long RELEASE_NS = HubConfig.DEFAULT.releaseTimeoutNs();

    private final Setting setting;
    private final Workload workload;
    private final CommandSpec spec;
    private final Lifecycles lifecycles;
    private final Ledger ledger = new Ledger();
    private final Judge judge;
    private final Callbacks callbacks;
    private final long typicalTaskNs;
    private final long invokedNs;
    /** The slots in the order in which the command acquired them. */
    private final List<Integer> acquired = new ArrayList<>();

    private final TreeMap<Long, Incarnation> begun = new TreeMap<>();
    private boolean someFailed;
    private boolean concluded;

    /** A Spoke of the command. */
    private static final class Incarnation {
        private boolean spent;
        private boolean endedByCommand;
        private boolean overdue;
    }

    CommandWatch(
            Setting setting,
            Workload workload,
            CommandSpec spec,
            Lifecycles lifecycles,
            Callbacks callbacks,
            long typicalTaskNs) {
        this.setting = setting;
        this.workload = workload;
        this.spec = spec;
        this.lifecycles = lifecycles;
        this.callbacks = callbacks;
        this.typicalTaskNs = typicalTaskNs;
        this.invokedNs = setting.nowNs();
        this.judge = new Judge(setting, workload, spec, ledger);
        for (int task = 0; task < workload.tasksAtFirst(); task++) {
            ledger.pushed();
        }
    }

    boolean concluded() {
        return concluded;
    }

    boolean returnedAll() {
        return judge.returnedAll();
    }

    /** It is given up before it begins. */
    void force() {
        judge.force();
    }

    /** The Hub is about to be told. */
    void before(HubEvent event) {
        if (event instanceof HubEvent.Received received) {
            heard(received.incarnation(), received.message());
        } else if (event instanceof HubEvent.SpokeExited exited) {
            ledger.givenBack(exited.incarnation(), setting.nowNs());
        } else if (event instanceof HubEvent.Tick) {
            for (long incarnation : lifecycles.ending()) {
                Incarnation spoke = begun.get(incarnation);
                if (spoke != null && !spoke.overdue && lifecycles.overdue(incarnation, RELEASE_NS)) {
                    spoke.overdue = true;
                    ledger.givenBack(incarnation, setting.nowNs());
                }
            }
        } else if (event instanceof HubEvent.CommandAborted || event instanceof HubEvent.SessionEnded) {
            judge.force();
        }
    }

    private void heard(long incarnation, SpokeMessage message) {
        if (message instanceof SpokeMessage.Recalled recalled && recalled.command() == spec.command()) {
            ledger.givenBack(incarnation, recalled.attempts(), setting.nowNs());
        } else if (message instanceof SpokeMessage.Failed failed
                && isLive(failed.command(), failed.attempt(), incarnation)
                && failed.verdict() != Verdict.LOAD_UNCAUGHT
                && failed.verdict() != Verdict.EVAL_UNCAUGHT) {
            ledger.givenBackAllBut(incarnation, failed.attempt(), setting.nowNs());
        }
    }

    /** Whether the Hub must take no notice of a message that it has heard before. */
    boolean isStale(long incarnation, SpokeMessage message) {
        if (message instanceof SpokeMessage.Returned returned) {
            return !isLive(returned.command(), returned.attempt(), incarnation);
        } else if (message instanceof SpokeMessage.Failed failed) {
            return !isLive(failed.command(), failed.attempt(), incarnation);
        } else if (message instanceof SpokeMessage.Loading loading) {
            return !isLive(loading.command(), loading.attempt(), incarnation);
        } else if (message instanceof SpokeMessage.Online online) {
            return !isLive(online.command(), online.attempt(), incarnation);
        } else if (message instanceof SpokeMessage.Recalled recalled) {
            return recalled.command() != spec.command();
        }
        return false;
    }

    private boolean isLive(int command, long attempt, long incarnation) {
        return command == spec.command() && ledger.isLive(attempt, incarnation);
    }

    /** The Hub wants something done. */
    void wants(HubEffect effect, SimulatedSpoke spoke) {
        if (effect instanceof HubEffect.Send send && send.message() instanceof Begin) {
            begins(spoke.identity());
        } else if (effect instanceof HubEffect.Send send && send.message() instanceof Assign assign) {
            assigned(spoke.identity(), assign);
        } else if (effect instanceof HubEffect.TaskFinal last) {
            finalStatus(last, spoke);
        } else if (effect instanceof HubEffect.PhaseEntered entered && entered.phase() == Phase.TASKS_EVAL) {
            checkMinimum();
            judge.running();
        } else if (effect instanceof HubEffect.Destroy destroy && begun.containsKey(destroy.incarnation())) {
            begun.get(destroy.incarnation()).endedByCommand = lifecycles.isEnding(destroy.incarnation());
        } else if (effect instanceof HubEffect.Concluded conclusion) {
            conclude(conclusion);
        }
    }

    private void checkMinimum() {
        long there = begun.keySet().stream().filter(lifecycles::isUp).count();
        check(there >= spec.spokesMin(), "the first task starts without the minimum of Spokes; there are:", there);
    }

    private void begins(SpokeIdentity spoke) {
        begun.put(spoke.incarnation(), new Incarnation());
        int slot = spoke.slot();
        if (acquired.contains(slot)) {
            return;
        }
        acquired.add(slot);
        check(spec.slots().contains(slot), "not in the pool: slot", slot);
        check(acquired.size() <= spec.spokesMax(), "more Spokes than the maximum:", acquired.size());
        boolean late = setting.nowNs() - invokedNs > spec.waitNs() + SimulatedHub.LONGEST_TICK_NS;
        check(!late || workload.takesLateSpokes(), "a Spoke that came late was taken: slot", slot);
        for (int task = 0; task < workload.tasksOfASpoke(); task++) {
            ledger.pushed();
        }
    }

    private void assigned(SpokeIdentity spoke, Assign assign) {
        check(assign.command() == spec.command(), "assigned for another command:", assign.command());
        check(judge.isRunning(), "assigned before the minimum was there: attempt", assign.attempt());
        int task = workload.taskOf(acquired.indexOf(spoke.slot()), assign.payload());
        check(workload.mayStart(task, ledger), "assigned before its predecessors returned: task", task);
        ledger.assigned(new Ledger.Attempt(assign.attempt(), task, spoke.incarnation()), setting.nowNs());
        judge.assigned(task);
    }

    /** A Spoke is about to evaluate a task. */
    TaskPlan started(SimulatedSpoke spoke, SpokeEffect.Evaluate evaluate) {
        Assign assign = evaluate.task();
        check(!concluded && assign.command() == spec.command(), "started after the conclusion: " + spoke.identity());
        int task = workload.taskOf(acquired.indexOf(spoke.identity().slot()), assign.payload());
        TaskSpec described = workload.spec(task);
        Incarnation incarnation = begun.get(spoke.identity().incarnation());
        check(!described.relaunchPre() || !spoke.hasEvaluated(), "a fresh Spoke was demanded by task", task);
        check(!incarnation.spent, "started on a Spoke that was to be relaunched: task", task);
        incarnation.spent = described.relaunchPost();
        TaskPlan plan = TaskPlan.draw(setting, typicalTaskNs);
        judge.started(task, spoke, plan);
        return plan;
    }

    private void finalStatus(HubEffect.TaskFinal last, SimulatedSpoke spoke) {
        check(!concluded, "a status after the conclusion: task", last.task());
        if (ledger.tasks() == 0) {
            // Without any Spoke, too, what was pushed gets its verdict.
            ledger.pushed();
        }
        judge.judge(last, spoke, spoke != null && begun.get(spoke.identity().incarnation()).overdue);
        if (last.verdict() == Verdict.RETURNED) {
            boolean here = ledger.isAt(last.task(), spoke.identity().incarnation());
            check(here, "returned where it was not: task", last.task());
        }
        ledger.finalStatus(last.task(), last.verdict(), setting.nowNs());
        someFailed |= !last.verdict().returned();
        workload.concluded(last.task(), ledger);
        callbacks.finalStatus();
    }

    private void conclude(HubEffect.Concluded conclusion) {
        check(!concluded, "a second conclusion of command", spec.command());
        concluded = true;
        int missing = ledger.tasks() - ledger.finals();
        check(missing == 0 && (ledger.finals() > 0 || spec.tasks().isEmpty()), "without a verdict, tasks:", missing);
        check(judge.forced() || callbacks.returned() == ledger.finals(), "concluded before the callbacks returned");
        check(conclusion.spokes().keySet().equals(begun.keySet()), "not the Spokes that took part");
        long residue = begun.values().stream()
                .filter(spoke -> spoke.endedByCommand && spoke.overdue)
                .count();
        long residueMost =
                begun.values().stream().filter(spoke -> spoke.overdue).count();
        int named = conclusion.residue().size();
        check(
                residue <= named && named <= residueMost,
                "residue is not what was not released: " + conclusion.residue());
        begun.forEach((incarnation, spoke) -> check(
                lifecycles.isGone(incarnation) || !spoke.endedByCommand || spoke.overdue,
                "concluded before it was gone: incarnation",
                incarnation));
    }

    /** After an event, and all that it caused. */
    void after(SimulatedHub hub) {
        ledger.checkConserved();
        if (concluded) {
            begun.forEach((incarnation, spoke) -> {
                boolean quiet = spoke.overdue || !hub.spoke(incarnation).isEvaluating();
                check(quiet, "it evaluates after the conclusion: incarnation", incarnation);
                boolean released = !judge.forced() || spoke.overdue || lifecycles.isGone(incarnation);
                check(released, "alive after its command was ended by force: incarnation", incarnation);
            });
        } else {
            check(setting.nowNs() - invokedNs <= boundNs(), "not concluded in time: command", spec.command());
            boolean overdue = ledger.isOverdue(setting.nowNs(), this::mostNs);
            check(!overdue, "a task's deadline passed, and nothing was done");
            if (judge.isRunning() && !judge.mayBeOver() && ledger.pending() > 0) {
                checkNobodyIsIdle();
                checkNobodyWaitsInVain();
            }
        }
    }

    /** By when a task has its verdict, from when it may have started, whatever its Spoke does. */
    private long mostNs(Ledger.Attempt attempt) {
        return workload.spec(attempt.task()).timeoutNs()
                + HubConfig.DEFAULT.deadlineGraceNs()
                + RELEASE_NS
                + 3 * SimulatedHub.LONGEST_TICK_NS;
    }

    /** As soon as a task can never start, it has its verdict. */
    private void checkNobodyWaitsInVain() {
        if (someFailed) {
            someFailed = false;
            for (int task = 0; task < ledger.tasks(); task++) {
                check(!ledger.isPending(task) || !workload.isDoomed(task, ledger), "it waits in vain: task", task);
            }
        }
    }

    /** By when it must have concluded, whatever happens. */
    private long boundNs() {
        return spec.waitNs() + spec.executionNs() + SLACK_NS + callbacks.longestNs(ledger.finals());
    }

    /** A task that could start does not wait while a Spoke of the command has nothing to do. */
    private void checkNobodyIsIdle() {
        for (int ordinal = 0; ordinal < acquired.size(); ordinal++) {
            SpokeIdentity spoke = lifecycles.up(acquired.get(ordinal));
            boolean idle =
                    spoke != null && begun.containsKey(spoke.incarnation()) && !ledger.hasWork(spoke.incarnation());
            check(
                    !idle || !workload.hasTaskFor(ordinal, ledger),
                    "a task waits while a Spoke is idle: slot",
                    acquired.get(ordinal));
        }
    }
}

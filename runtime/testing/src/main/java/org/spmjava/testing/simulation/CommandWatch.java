package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;
import static org.spmjava.testing.simulation.Setting.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.CommandSpec;
import org.spmjava.core.hub.HubConfig;
import org.spmjava.core.hub.HubEffect;
import org.spmjava.core.hub.HubEvent;
import org.spmjava.core.hub.TaskSpec;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.message.Work;
import org.spmjava.core.spoke.SpokeEffect;

/** What must hold of one command, from its invocation to its conclusion; looked at after every event. */
final class CommandWatch {

    private static final long RELEASE_NS = HubConfig.DEFAULT.releaseTimeoutNs();
    /** What runs at the deadline is ended, or the end of the command acknowledged; who does not do so is ended. */
    private static final long SLACK_NS = 2 * RELEASE_NS + 6_000 * MS;

    private final Setting setting;
    private final Workload workload;
    private final CommandSpec spec;
    private final Lifecycles lifecycles;
    private final Ledger ledger;
    private final Judge judge;
    private final Questions questions;
    private final Callbacks callbacks;
    private final long typicalTaskNs;
    private final long invokedNs;
    /** The slots in the order in which the command acquired them. */
    private final List<Integer> acquired = new ArrayList<>();

    private final TreeMap<Long, Incarnation> begun = new TreeMap<>();
    /** The incarnations in the order of their ranks, once they are a unit. */
    private List<Long> unit = List.of();

    private final TreeMap<Long, Integer> taskOfAttempt = new TreeMap<>();
    private HubEvent now;
    private long calls;
    private boolean sessionEnding;
    private boolean someFailed;
    private boolean concluded;

    /** A Spoke of the command. */
    private static final class Incarnation {
        private boolean spent;
        private boolean member;
        private boolean released;
        private boolean neverBegan;
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
        this.ledger = new Ledger(setting);
        this.judge = new Judge(setting, workload, spec, ledger, this::isForsaken);
        this.questions = new Questions(workload, ledger);
        ledger.pushedUpTo(workload.tasksAtFirst() - 1);
    }

    int number() {
        return spec.command();
    }

    boolean concluded() {
        return concluded;
    }

    boolean succeeded() {
        return workload.succeeded(ledger);
    }

    /** It is given up before it begins. */
    void force() {
        sessionEnding = true;
        judge.force();
    }

    /** The Hub is about to be told. */
    void before(HubEvent event) {
        now = event;
        if (event instanceof HubEvent.Received received) {
            heard(received.incarnation(), received.message());
        } else if (event instanceof HubEvent.Tick) {
            for (long incarnation : lifecycles.ending()) {
                Incarnation spoke = begun.get(incarnation);
                if (spoke != null && lifecycles.overdue(incarnation, RELEASE_NS)) {
                    spoke.overdue = true;
                }
            }
        } else if (event instanceof HubEvent.NeverBegan unbegun && unbegun.command() == spec.command()) {
            Incarnation spoke = begun.get(unbegun.incarnation());
            spoke.released = true;
            spoke.neverBegan = true;
        } else if (event instanceof HubEvent.CommandAborted) {
            judge.force();
        } else if (event instanceof HubEvent.CommandStopped) {
            judge.stop();
        } else if (event instanceof HubEvent.SessionEnded) {
            force();
        }
    }

    private void heard(long incarnation, SpokeMessage message) {
        if (message instanceof SpokeMessage.Recalled recalled && recalled.command() == spec.command()) {
            givenBack(ledger.givenBack(incarnation, recalled.attempts()));
        } else if (message instanceof SpokeMessage.Released released && released.command() == spec.command()) {
            begun.get(incarnation).released = true;
        } else if (message instanceof SpokeMessage.OfAttempt said && isLive(said, incarnation)) {
            if (said instanceof SpokeMessage.Returned && workload.isUnit()) {
                ledger.heldBack(said.attempt());
            } else if (said instanceof SpokeMessage.Asked asked) {
                questions.asked(asked);
            }
        }
    }

    private void givenBack(List<Integer> tasks) {
        tasks.forEach(workload::givenBack);
    }

    /** Whether the Hub must take no notice of a message that it has heard before. */
    boolean isStale(long incarnation, SpokeMessage message) {
        if (message instanceof SpokeMessage.OfAttempt said) {
            return !isLive(said, incarnation);
        } else if (message instanceof SpokeMessage.Recalled recalled) {
            return recalled.command() != spec.command();
        } else if (message instanceof SpokeMessage.Released released) {
            return released.command() != spec.command();
        }
        return false;
    }

    private boolean isLive(SpokeMessage.OfAttempt said, long incarnation) {
        return said.command() == spec.command() && ledger.isLive(said.attempt(), incarnation);
    }

    /** The Hub wants something done. */
    void wants(HubEffect effect, SimulatedSpoke spoke) {
        if (effect instanceof HubEffect.Send send) {
            sends(spoke.identity(), send.message());
        } else if (effect instanceof HubEffect.TaskFinal last) {
            finalStatus(last, spoke);
        } else if (effect instanceof HubEffect.Spoken spoken) {
            questions.spoken(spoken);
            calls++;
            callbacks.spoken(spoken);
        } else if (effect instanceof HubEffect.Combined combined) {
            int task = spec.tasks().size() + combined.rank();
            check(judge.isResult(task, combined.share()), "another Spoke's share for rank", combined.rank());
            calls++;
            callbacks.call();
        } else if (effect instanceof HubEffect.PhaseEntered entered && entered.phase() == Phase.TASKS_EVAL) {
            checkMinimum();
            judge.running();
        } else if (effect instanceof HubEffect.Destroy destroy && begun.containsKey(destroy.incarnation())) {
            Incarnation ended = begun.get(destroy.incarnation());
            ended.endedByCommand = lifecycles.isEnding(destroy.incarnation());
            boolean spared = ended.neverBegan && ended.endedByCommand && !judge.forced();
            check(!spared, "ended by force though it never began: incarnation", destroy.incarnation());
        } else if (effect instanceof HubEffect.Concluded conclusion) {
            conclude(conclusion);
        }
    }

    private void sends(SpokeIdentity spoke, HubMessage message) {
        if (message instanceof HubMessage.Begin begin) {
            begins(spoke, begin);
        } else if (message instanceof HubMessage.Unit formed) {
            belongs(spoke, formed);
        } else if (message instanceof HubMessage.Assign assign) {
            assigned(spoke, assign);
        } else {
            questions.answered(spoke.incarnation(), message);
        }
    }

    private long there() {
        return begun.keySet().stream().filter(lifecycles::isUp).count();
    }

    /** Whether too few Spokes are there to go on, and nobody else will come. */
    private boolean isForsaken() {
        return there() < (judge.isRunning() ? 1 : spec.spokesMin()) && !lifecycles.mayCome(spec.filter());
    }

    private void checkMinimum() {
        long there = there();
        check(there >= spec.spokesMin(), "the first task starts without the minimum of Spokes; there are:", there);
    }

    private void begins(SpokeIdentity spoke, HubMessage.Begin begin) {
        check(begun.put(spoke.incarnation(), new Incarnation()) == null, "begun twice: " + spoke);
        check(spec.slots().contains(spoke.slot()) && spec.filter().accepts(spoke), "not in the pool: " + spoke);
        int slot = spoke.slot();
        if (!acquired.contains(slot)) {
            acquired.add(slot);
            check(acquired.size() <= spec.spokesMax(), "more Spokes than the maximum:", acquired.size());
            boolean late = setting.nowNs() - invokedNs > spec.waitNs() + SimulatedHub.LONGEST_TICK_NS;
            check(!late || workload.takesLateSpokes(), "a Spoke that came late was taken: slot", slot);
            ledger.pushedUpTo(ledger.tasks() + workload.tasksOfASpoke() - 1);
        }
        check(begin.rank() == acquired.indexOf(slot), "the wrong rank for slot", slot);
        check(unit.isEmpty(), "acquired after the unit was formed: slot", slot);
    }

    private void belongs(SpokeIdentity spoke, HubMessage.Unit formed) {
        if (unit.isEmpty()) {
            unit = formed.incarnations();
            check(unit.stream().allMatch(begun::containsKey), "a member that has not begun");
            check(unit.stream().allMatch(lifecycles::isUp), "a member that is not up");
            check(unit.size() <= spec.spokesMax(), "more members than the maximum:", unit.size());
            checkKeptIsThere();
            ledger.pushedUpTo(ledger.tasks() + workload.tasksOfAUnit(unit.size()) - 1);
        }
        check(unit.equals(formed.incarnations()), "not the same unit for all");
        check(unit.contains(spoke.incarnation()), "told of a unit that it is not in: " + spoke);
        begun.get(spoke.incarnation()).member = true;
    }

    /** Whoever has returned a task before the unit is formed keeps its value, and must be in it. */
    private void checkKeptIsThere() {
        for (int task = 0; task < ledger.tasks(); task++) {
            int kept = task;
            check(
                    unit.stream().anyMatch(member -> judge.wasStartedBy(kept, member)),
                    "who kept its value is not in the unit: task",
                    task);
        }
    }

    private int numberOf(SpokeIdentity spoke) {
        return unit.isEmpty() ? acquired.indexOf(spoke.slot()) : unit.indexOf(spoke.incarnation());
    }

    private void assigned(SpokeIdentity spoke, HubMessage.Assign assign) {
        check(assign.command() == spec.command(), "assigned for another command:", assign.command());
        check(judge.isRunning(), "assigned before the minimum was there: attempt", assign.attempt());
        boolean shares = workload.isUnit() && assign.work() != Work.KEEP;
        check(!shares || begun.get(spoke.incarnation()).member, "not in the unit: " + spoke);
        int task = workload.taskOf(numberOf(spoke), assign);
        if (spec.repetitions() > 1 || workload instanceof RepeatWorkload) {
            ledger.pushedUpTo(task);
            check(ledger.tasks() <= spec.repetitions(), "too many repetitions:", ledger.tasks());
        }
        check(workload.mayStart(task, ledger), "assigned before what it needs is there: task", task);
        taskOfAttempt.put(assign.attempt(), task);
        ledger.assigned(new Ledger.Attempt(assign.attempt(), task, spoke.incarnation(), setting.nowNs()));
    }

    /** A Spoke is about to evaluate a task. */
    TaskPlan started(SimulatedSpoke spoke, SpokeEffect.Evaluate evaluate) {
        HubMessage.Assign assign = evaluate.task();
        check(!concluded && assign.command() == spec.command(), "started after the conclusion: " + spoke.identity());
        TaskPlan plan = TaskPlan.draw(setting, typicalTaskNs, workload.row());
        int task = taskOfAttempt.get(assign.attempt());
        TaskSpec described = workload.spec(task);
        Incarnation incarnation = begun.get(spoke.identity().incarnation());
        check(!described.relaunchPre() || !spoke.hasEvaluated(), "a fresh Spoke was demanded by task", task);
        check(!incarnation.spent, "started on a Spoke that was to be relaunched: task", task);
        incarnation.spent = described.relaunchPost();
        judge.started(task, spoke, plan, assign);
        return plan;
    }

    private void finalStatus(HubEffect.TaskFinal last, SimulatedSpoke spoke) {
        int task = last.task();
        Verdict verdict = last.verdict();
        check(!concluded, "a status after the conclusion: task", task);
        // Without any Spoke, too, what was pushed gets its verdict.
        ledger.pushedUpTo(0);
        Ledger.Attempt attempt = ledger.attempt(task);
        judge.judge(last, spoke, attempt, spoke != null && isLost(spoke), now instanceof HubEvent.Received);
        boolean there = attempt != null
                && spoke != null
                && attempt.incarnation() == spoke.identity().incarnation();
        if (workload.isUnit()) {
            boolean together = ledger.isHeld(task) && !ledger.anyLive() && ledger.pending() == 0;
            check(together || !verdict.returned(), "it returned, though its unit has not: task", task);
        } else {
            check(there || verdict == Verdict.DROPPED, "a verdict from where it was not: task", task);
        }
        ledger.finalStatus(task, verdict);
        boolean goesOn = verdict == Verdict.LOAD_UNCAUGHT || verdict == Verdict.EVAL_UNCAUGHT;
        if (!verdict.returned()) {
            someFailed = true;
            if (there && (workload.isUnit() || !goesOn)) {
                // Nothing that waits behind it will start.
                givenBack(ledger.givenBack(spoke.identity().incarnation()));
            }
            for (int other = ledger.tasks() - 1; workload.isUnit() && !workload.isPushed(other); other--) {
                ledger.withdraw(other);
            }
        }
        calls++;
        callbacks.call();
    }

    /** Whether its verdict may be that of another whose fate it shares, or its Spoke is gone or being ended. */
    private boolean isLost(SimulatedSpoke spoke) {
        boolean combining = !workload.isPushed(ledger.tasks() - 1);
        return workload.isUnit()
                ? combining || !begun.keySet().stream().allMatch(lifecycles::isUp)
                : !lifecycles.isUp(spoke.identity().incarnation());
    }

    private void conclude(HubEffect.Concluded conclusion) {
        check(!concluded, "a second conclusion of command", spec.command());
        concluded = true;
        long pushed =
                IntStream.range(0, ledger.tasks()).filter(workload::isPushed).count();
        check(ledger.finals() == pushed, "without a verdict, tasks:", pushed - ledger.finals());
        check(pushed > 0 || spec.tasks().isEmpty(), "what was pushed has no verdict");
        check(!ledger.anyLive(), "concluded while a task is at a Spoke");
        check(judge.forced() || callbacks.returned() == calls, "concluded before the callbacks returned");
        check(conclusion.spokes().keySet().equals(begun.keySet()), "not the Spokes that took part");
        long residue = begun.values().stream()
                .filter(spoke -> spoke.endedByCommand && spoke.overdue)
                .count();
        long residueMost =
                begun.values().stream().filter(spoke -> spoke.overdue).count();
        int named = conclusion.residue().size();
        check(residue <= named && named <= residueMost, "not what was not released: residue", named);
        begun.forEach((incarnation, spoke) -> {
            boolean gone = lifecycles.isGone(incarnation) || !spoke.endedByCommand || spoke.overdue;
            check(gone, "concluded before it was gone: incarnation", incarnation);
            boolean released = spoke.released || sessionEnding || !lifecycles.isUp(incarnation);
            check(released, "concluded before it said that nothing is left: incarnation", incarnation);
        });
    }

    /** Whether it is true that a task is final, or is not. */
    boolean agrees(int task, boolean ended) {
        boolean known = task >= 0 && task < ledger.tasks() && workload.isPushed(task);
        return !known || ended == ledger.isFinal(task);
    }

    /** After an event, and all that it caused. */
    void after(HubEvent event, SimulatedHub hub) {
        ledger.checkConserved();
        if (concluded) {
            begun.forEach((incarnation, spoke) -> {
                boolean quiet = spoke.overdue || !hub.spoke(incarnation).isEvaluating();
                check(quiet, "it evaluates after the conclusion: incarnation", incarnation);
                boolean released = !judge.forced() || spoke.overdue || lifecycles.isGone(incarnation);
                check(released, "alive after its command was ended by force: incarnation", incarnation);
            });
            return;
        }
        check(setting.nowNs() - invokedNs <= boundNs(), "not concluded in time: command", spec.command());
        if (event instanceof HubEvent.SpokeExited exited) {
            boolean idle = !ledger.hasWork(exited.incarnation());
            check(idle, "it is gone, and its tasks are not given to others: incarnation", exited.incarnation());
        }
        check(!ledger.isOverdue(this::mostNs), "a task's deadline passed, and nothing was done");
        if (judge.isRunning() && !judge.mayDrop()) {
            checkNobodyIsIdle();
            checkNobodyWaitsInVain();
        }
    }

    /** By when it must have concluded, whatever happens. */
    private long boundNs() {
        return spec.waitNs() + spec.executionNs() + SLACK_NS + callbacks.longestNs(calls);
    }

    /** By when a task has its verdict, from when it may have started: a Spoke that does not end itself is ended. */
    private long mostNs(Ledger.Attempt attempt) {
        long judgedNs = workload.spec(attempt.task()).timeoutNs()
                + HubConfig.DEFAULT.deadlineGraceNs()
                + 3 * SimulatedHub.LONGEST_TICK_NS;
        return lifecycles.isUp(attempt.incarnation()) ? judgedNs : judgedNs + RELEASE_NS;
    }

    /** A task that could start does not wait while a Spoke of the command has nothing to do. */
    private void checkNobodyIsIdle() {
        for (int slot : acquired) {
            SpokeIdentity spoke = lifecycles.up(slot);
            boolean idle =
                    spoke != null && begun.containsKey(spoke.incarnation()) && !ledger.hasWork(spoke.incarnation());
            boolean busy = !idle || !workload.hasTaskFor(numberOf(spoke), ledger);
            check(busy, "a task waits while a Spoke is idle: slot", slot);
        }
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
}

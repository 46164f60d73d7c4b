package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Primitive;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEvent.Answered;
import org.spmjava.core.manager.Acquisition;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.Managers;
import org.spmjava.core.message.HubMessage;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Release;
import org.spmjava.core.message.HubMessage.Unit;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.message.SpokeMessage.Asked;
import org.spmjava.core.message.SpokeMessage.Failed;
import org.spmjava.core.message.SpokeMessage.Loading;
import org.spmjava.core.message.SpokeMessage.OfAttempt;
import org.spmjava.core.message.SpokeMessage.Online;
import org.spmjava.core.message.SpokeMessage.Recalled;
import org.spmjava.core.message.SpokeMessage.Released;
import org.spmjava.core.message.SpokeMessage.Returned;
import org.spmjava.core.message.SpokeMessage.Told;
import org.spmjava.core.tracker.Exit;

/**
 * One command from its invocation to its conclusion: recognises what happens, asks its manager what it means, and does
 * it.
 */
final class Command {

    private static final long NEVER = Long.MAX_VALUE;

    private final CommandSpec spec;
    private final HubCore.Surroundings hub;
    private final Manager manager;
    private final Acquisition acquisition;
    private final Ledger ledger;
    private final Conversation conversation;
    private final Newcomers newcomers;
    private final Roster roster;
    private final Dispatcher dispatcher;
    private final Endings endings;
    private final List<String> residue = new ArrayList<>();
    private final long invokedNs;
    private long runningSinceNs = NEVER;
    private boolean aborted;
    private boolean evalDone;
    private boolean acquiring = true;
    private boolean unitFormed;
    private int callbacks;

    Command(CommandSpec spec, HubConfig config, HubCore.Surroundings hub) {
        this.spec = spec;
        this.hub = hub;
        this.invokedNs = hub.nowNs();
        this.manager = hub.watched(
                spec.command(),
                Managers.of(spec.pattern(), spec.policy(), spec.grain(), spec.predecessors(), spec.repetitions()));
        this.acquisition = manager.acquisition();
        this.ledger = new Ledger(spec, hub, manager.isUnit());
        this.conversation = new Conversation(spec, hub, ledger);
        this.newcomers = new Newcomers(spec.filter());
        this.roster = new Roster(config, hub);
        this.dispatcher = new Dispatcher(spec, config, hub, manager, roster, this::interpret);
        this.endings = new Endings(hub, manager, ledger, roster, dispatcher, this::interpret);
    }

    int number() {
        return spec.command();
    }

    /** How many Spokes have a task. */
    int busySpokes() {
        return roster.busy();
    }

    void invoked() {
        interpret(manager.invoked());
        if (spec.tasks().isEmpty()) {
            acquiring = false;
            return;
        }
        hub.emit(new HubEffect.PhaseEntered(number(), Phase.WAITING_FOR_SPOKES));
        for (int slot : spec.slots()) {
            hub.tracker().spokeIn(slot).filter(spec::isInPool).ifPresent(this::acquire);
        }
        runIfEnough();
    }

    void spokeJoined(SpokeIdentity spoke) {
        if (spec.isInPool(spoke)) {
            acquire(spoke);
            runIfEnough();
        }
    }

    void spokeGivenUp(long incarnation) {
        roster.givenUp(incarnation);
    }

    void spokeLost(SpokeIdentity spoke, Exit exit) {
        Worker worker = roster.of(spoke.incarnation());
        if (worker != null) {
            lost(worker, exit);
        }
    }

    private void lost(Worker worker, Exit exit) {
        Attempt head = worker.head();
        boolean headStarted = head != null && (!worker.leaving() || worker.isOverdue(head));
        if (headStarted) {
            Verdict verdict = worker.isOverdue(head) ? head.timeout() : exit.fromOutside() ? head.kill() : head.fatal();
            long durationNs = hub.nowNs() - worker.headSinceNs();
            roster.removeHead(worker);
            ledger.failed(head, verdict, worker, durationNs, exit.description(), "");
            terminated(worker, head, verdict);
        } else {
            endings.giveBack(worker);
        }
        lostWithout(worker, exit);
        roster.lost(worker);
        dispatcher.scheduleOpen();
    }

    /** What the Spoke has left was never started, whatever that end means to those that run. */
    private void terminated(Worker worker, Attempt attempt, Verdict verdict) {
        Interpretation interpretation = manager.terminated(attempt.task, verdict);
        endings.giveBack(worker);
        interpretFailure(interpretation, attempt, verdict);
    }

    /** Its Spoke may have kept what others need. */
    private void lostWithout(Worker worker, Exit exit) {
        Interpretation interpretation = manager.spokeLost(worker.rank());
        if (interpretation == Interpretation.SHARE_FATE && !endings.dropping()) {
            ledger.decideFate(exit.fromOutside() ? Verdict.EVAL_KILL : Verdict.EVAL_FATAL, worker, exit.description());
        }
        if (!endings.dropping()) {
            interpret(interpretation, "what " + worker.spoke() + " kept is lost");
        }
    }

    void received(long incarnation, SpokeMessage message) {
        Worker worker = roster.of(incarnation);
        if (worker == null) {
            return;
        }
        if (message instanceof Released released) {
            if (released.command() == number()) {
                roster.acknowledged(worker);
            }
        } else if (message instanceof Recalled recalled) {
            if (recalled.command() == number()) {
                recalled(worker, recalled);
            }
        } else if (message instanceof OfAttempt said) {
            Attempt head = worker.head();
            if (said.command() == number() && head != null && head.number == said.attempt()) {
                received(worker, head, said);
            }
        }
    }

    private void received(Worker worker, Attempt head, OfAttempt message) {
        if (message instanceof Returned returned) {
            returned(worker, head, returned);
        } else if (message instanceof Failed failed) {
            failed(worker, head, failed);
        } else if (message instanceof Loading) {
            head.loading();
            interpret(manager.preloading(head.task));
        } else if (message instanceof Online) {
            head.online();
            interpret(manager.online(head.task));
        } else if (message instanceof Asked asked && conversation.asked(worker, head, asked)) {
            interpret(manager.primitiveUsed(head.task, Primitive.ASK));
        } else if (message instanceof Told told && conversation.told(worker, head, told)) {
            interpret(manager.primitiveUsed(head.task, Primitive.TELL));
        }
    }

    private void recalled(Worker worker, Recalled recalled) {
        TreeSet<Long> numbers = new TreeSet<>(recalled.attempts());
        endings.giveBack(worker, attempt -> numbers.contains(attempt.number));
        roster.recalling(worker, false);
        dispatcher.scheduleOpen();
    }

    void tick() {
        long nowNs = hub.nowNs();
        boolean noneToCome = !endings.dropping() && !newcomers.mayCome(hub.tracker()::mayJoin);
        if (acquiring && (noneToCome || nowNs - invokedNs >= spec.waitNs())) {
            acquiring = acquisition == Acquisition.OPEN;
            runIfEnough();
            if (runningSinceNs == NEVER && !endings.dropping()) {
                String why = nowNs - invokedNs >= spec.waitNs() ? " was not there in time" : " will never be there";
                interpret(manager.spokesMissing(), "the minimum of " + spec.spokesMin() + " Spokes" + why);
            }
        }
        if (noneToCome && roster.ready() == 0 && !endings.dropping()) {
            interpret(manager.spokesMissing(), "of the Spokes that the pool means none is left");
        }
        if (runningSinceNs != NEVER && !endings.ended() && nowNs - runningSinceNs >= spec.executionNs()) {
            interpret(manager.executionExpired(), "the execution deadline passed");
        }
        for (Worker worker : roster.takeOverdue()) {
            // Its verdict waits for its exit: only then is it certain which attempt it was in.
            Attempt head = worker.head();
            worker.overdue(head);
            roster.retire(
                    worker, "task '" + head.spec.label() + "' overran its deadline and the Spoke did not end itself");
        }
        if (!endings.dropping()) {
            dispatcher.recallForIdle();
        }
        for (Worker worker : roster.takeUnacknowledged()) {
            roster.retire(worker, "it did not acknowledge the end of command " + number());
        }
        roster.takeUnreleased().forEach(this::abandon);
    }

    /** Its exit may never come, and no task may wait for it any longer. */
    private void abandon(Worker worker) {
        String text = "Spoke " + worker.spoke() + " was ended by force and is not known to be gone";
        residue.add(text);
        lost(worker, new Exit(true, text));
    }

    void callbacksReturned(int count) {
        callbacks = count;
        interpret(manager.callbackReturned());
    }

    void answered(Answered answer) {
        conversation.answered(roster.of(answer.incarnation()), answer);
    }

    HubEffect explain(long question, int task) {
        long waitLeftNs = spec.waitNs() - (hub.nowNs() - invokedNs);
        return new Explanation(spec, hub, manager, roster, ledger)
                .of(question, task, runningSinceNs != NEVER, waitLeftNs);
    }

    void stop() {
        interpret(manager.stopped(), "a callback said that no further task is to start");
    }

    void abort(String reason) {
        aborted = true;
        interpret(manager.callbackThrew(), reason);
    }

    void endAll(String reason) {
        interpret(Interpretation.END_ALL, reason);
    }

    /** Whether nothing of the command is pending; tells once that the last task has become final. */
    boolean settled(boolean sessionEnding) {
        if (!manager.concluded() && !spec.tasks().isEmpty() || acquisitionPending()) {
            return false;
        }
        if (!evalDone) {
            evalDone = true;
            acquiring = false;
            ledger.close();
            hub.emit(new HubEffect.PhaseEntered(number(), Phase.TASKS_EVAL_DONE));
            if (unitFormed
                    && acquisition == Acquisition.BEFORE_START
                    && spec.task(0).relaunchPost()) {
                roster.all().forEach(worker -> relaunch(worker, spec.task(0)));
            }
            roster.release().forEach(worker -> send(worker, new Release(number())));
        }
        return !roster.awaitsExits()
                && (sessionEnding || !roster.awaitsAcknowledgements())
                && (aborted || sessionEnding || callbacks == ledger.calls());
    }

    HubEffect conclusion() {
        interpret(manager.offline());
        return new HubEffect.Concluded(number(), roster.involved(), residue);
    }

    /** Whether a Spoke that joined now would bring a task of its own. */
    private boolean acquisitionPending() {
        return acquiring
                && !endings.dropping()
                && acquisition == Acquisition.UNTIL_DEADLINE
                && roster.size() < Math.min(spec.spokesMax(), spec.slots().size());
    }

    private void acquire(SpokeIdentity spoke) {
        if (endings.dropping() || unitFormed || evalDone) {
            return;
        }
        if (acquisition == Acquisition.BEFORE_START
                && spec.task(0).relaunchPre()
                && hub.tracker().used(spoke.incarnation())) {
            hub.tracker().retire(spoke.incarnation(), "task '" + spec.task(0).label() + "' demands a fresh Spoke");
            return;
        }
        Worker worker = roster.inSlot(spoke.slot());
        if (worker == null) {
            if (!acquiring || roster.size() >= spec.spokesMax()) {
                return;
            }
            worker = roster.acquire(spoke.slot());
            interpret(manager.spokeAcquired(worker.ordinal));
        }
        roster.joined(worker, spoke);
        send(worker, new Begin(number(), spec.definition(), spec.fingerprint(), worker.rank()));
        dispatcher.schedule(worker);
    }

    private void send(Worker worker, HubMessage message) {
        hub.emit(new HubEffect.Send(worker.spoke().incarnation(), message));
    }

    private void runIfEnough() {
        if (runningSinceNs != NEVER || endings.dropping() || roster.ready() < enough()) {
            return;
        }
        runningSinceNs = hub.nowNs();
        hub.emit(new HubEffect.PhaseEntered(number(), Phase.TASKS_EVAL));
        if (acquisition == Acquisition.BEFORE_START) {
            formUnit();
        }
        dispatcher.start();
    }

    private int enough() {
        boolean more = acquisition == Acquisition.BEFORE_START && acquiring;
        return more
                ? Math.max(
                        spec.spokesMin(),
                        Math.min(spec.spokesMax(), spec.slots().size()))
                : spec.spokesMin();
    }

    private void formUnit() {
        for (Worker worker : roster.all()) {
            if (!worker.ready() && manager.spokeLost(worker.rank()) == Interpretation.SHARE_FATE) {
                ledger.decideFate(Verdict.EVAL_KILL, worker, "it is being ended");
                endings.shareFate("what " + worker.spoke() + " kept is lost");
                return;
            }
        }
        unitFormed = true;
        acquiring = false;
        List<Worker> members = roster.formUnit();
        List<Long> incarnations =
                members.stream().map(member -> member.spoke().incarnation()).toList();
        members.forEach(member -> send(member, new Unit(number(), incarnations)));
        interpret(manager.unitFormed(members.size()));
        members.forEach(dispatcher::schedule);
    }

    private void returned(Worker worker, Attempt attempt, Returned message) {
        roster.removeHead(worker);
        dispatcher.taskTook(message.durationNs());
        ledger.returned(attempt, worker, message.durationNs(), message.result());
        Interpretation meaning = manager.returned(attempt.task);
        relaunchIfAsked(worker, attempt);
        // Nearly every task returns without meaning anything to the others, and needs no words for it.
        interpret(meaning, meaning == Interpretation.END_OTHERS ? "task '" + attempt.spec.label() + "' was first" : "");
        dispatcher.schedule(worker);
    }

    private void failed(Worker worker, Attempt attempt, Failed message) {
        roster.removeHead(worker);
        Verdict verdict = message.verdict();
        ledger.failed(attempt, verdict, worker, message.durationNs(), message.text(), message.stackTrace());
        if (verdict == Verdict.LOAD_UNCAUGHT || verdict == Verdict.EVAL_UNCAUGHT) {
            Interpretation meaning = manager.uncaught(attempt.task, verdict);
            relaunchIfAsked(worker, attempt);
            interpretFailure(meaning, attempt, verdict);
            dispatcher.schedule(worker);
        } else {
            // The Spoke ends itself after such a report.
            terminated(worker, attempt, verdict);
            roster.retire(worker, verdict + " of task '" + attempt.spec.label() + "'");
            dispatcher.scheduleOpen();
        }
    }

    /** Given up first, if it is to be, so that nothing that became ready goes there. */
    private void relaunchIfAsked(Worker worker, Attempt attempt) {
        // What a task of a unit sent may still be on its way out of its Spoke.
        if (attempt.spec.relaunchPost() && acquisition != Acquisition.BEFORE_START) {
            relaunch(worker, attempt.spec);
        }
    }

    private void relaunch(Worker worker, TaskSpec task) {
        roster.retire(worker, "task '" + task.label() + "' asked for a relaunch");
    }

    /** Does what the end of a task means to those that needed it, directly or not, or that are ended with it. */
    private void interpretFailure(Interpretation interpretation, Attempt attempt, Verdict verdict) {
        String task = "task '" + attempt.spec.label() + "'";
        boolean needed = interpretation == Interpretation.DROP_DOOMED;
        interpret(
                interpretation, needed ? "it needs " + task + ", which ended " + verdict : task + " ended " + verdict);
    }

    private void interpret(Interpretation interpretation) {
        interpret(interpretation, "the manager gave the command up");
    }

    private void interpret(Interpretation interpretation, String reason) {
        switch (interpretation) {
            case CONTINUE -> {}
            case SCHEDULE -> dispatcher.scheduleReady();
            case DROP_DOOMED -> endings.dropDoomed(reason);
            case DROP_PENDING -> endings.dropPending(reason);
            case END_OTHERS -> endings.endOthers(reason);
            case SHARE_FATE -> endings.shareFate(reason);
            case FORM_UNIT -> formUnit();
            case TIME_OUT_ALL -> endings.endAll(true, reason);
            case END_ALL -> endings.endAll(false, reason);
        }
    }
}

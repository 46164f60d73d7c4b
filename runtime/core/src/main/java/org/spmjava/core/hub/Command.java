package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.manager.DagManager;
import org.spmjava.core.manager.Interpretation;
import org.spmjava.core.manager.ListManager;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.TemplateManager;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.SpokeMessage;
import org.spmjava.core.message.SpokeMessage.Failed;
import org.spmjava.core.message.SpokeMessage.Loading;
import org.spmjava.core.message.SpokeMessage.Online;
import org.spmjava.core.message.SpokeMessage.Recalled;
import org.spmjava.core.message.SpokeMessage.Returned;
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
    private final Roster roster;
    private final Dispatcher dispatcher;
    private final List<String> residue = new ArrayList<>();
    private final long invokedNs;
    private long runningSinceNs = NEVER;
    private boolean dropping;
    private boolean aborted;
    private boolean evalDone;
    private boolean acquiring = true;
    private int finals;
    private int callbacks;
    /** Why no task starts any more; set once, by what happened first. */
    private String dropReason = "";

    Command(CommandSpec spec, HubConfig config, HubCore.Surroundings hub) {
        this.spec = spec;
        this.hub = hub;
        this.invokedNs = hub.nowNs();
        this.manager = switch (spec.pattern()) {
            case LIST -> new ListManager(spec.tasks().size());
            case DAG ->
                new DagManager(spec.tasks().stream().map(TaskSpec::predecessors).toList());
            case TEMPLATE -> new TemplateManager();
        };
        this.roster = new Roster(config, hub);
        this.dispatcher = new Dispatcher(spec, config, hub, manager, roster, this::interpret);
    }

    int number() {
        return spec.command();
    }

    void invoked() {
        interpret(manager.invoked());
        if (spec.tasks().isEmpty()) {
            acquiring = false;
            return;
        }
        hub.emit(new HubEffect.PhaseEntered(number(), Phase.WAITING_FOR_SPOKES));
        for (int slot : spec.slots()) {
            hub.tracker().spokeIn(slot).ifPresent(this::acquire);
        }
        runIfEnough();
    }

    void spokeJoined(SpokeIdentity spoke) {
        if (spec.slots().contains(spoke.slot())) {
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
            lost(worker, spoke, exit);
        }
    }

    private void lost(Worker worker, SpokeIdentity spoke, Exit exit) {
        Attempt head = worker.head();
        boolean headStarted = head != null && (!worker.leaving() || worker.isOverdue(head));
        if (headStarted) {
            Verdict verdict = worker.isOverdue(head) ? head.timeout() : exit.fromOutside() ? head.kill() : head.fatal();
            long durationNs = hub.nowNs() - worker.headSinceNs();
            roster.removeHead(worker);
            terminated(head, verdict, spoke, durationNs, exit.description());
        }
        giveBack(worker);
        roster.lost(worker);
        dispatcher.scheduleOpen();
    }

    void received(long incarnation, SpokeMessage message) {
        Worker worker = roster.of(incarnation);
        if (worker == null) {
            return;
        }
        if (message instanceof Returned returned) {
            Attempt attempt = head(worker, returned.command(), returned.attempt());
            if (attempt != null) {
                returned(worker, attempt, returned);
            }
        } else if (message instanceof Failed failed) {
            Attempt attempt = head(worker, failed.command(), failed.attempt());
            if (attempt != null) {
                failed(worker, attempt, failed);
            }
        } else if (message instanceof Loading loading) {
            Attempt attempt = head(worker, loading.command(), loading.attempt());
            if (attempt != null) {
                attempt.loading();
                interpret(manager.preloading(attempt.task));
            }
        } else if (message instanceof Online online) {
            Attempt attempt = head(worker, online.command(), online.attempt());
            if (attempt != null) {
                attempt.online();
                interpret(manager.online(attempt.task));
            }
        } else if (message instanceof Recalled recalled && recalled.command() == number()) {
            TreeSet<Long> numbers = new TreeSet<>(recalled.attempts());
            giveBack(worker, attempt -> numbers.contains(attempt.number));
            roster.recalling(worker, false);
            dispatcher.scheduleOpen();
        }
    }

    void tick() {
        long nowNs = hub.nowNs();
        if (acquiring && nowNs - invokedNs >= spec.waitNs()) {
            acquiring = manager.acquiresLateSpokes();
            if (runningSinceNs == NEVER && !dropping) {
                interpret(
                        manager.spokesMissing(),
                        "the minimum of " + spec.spokesMin() + " Spokes was not there in time");
            }
        }
        if (runningSinceNs != NEVER && !dropping && nowNs - runningSinceNs >= spec.executionNs()) {
            interpret(manager.executionExpired(), "the execution deadline passed");
        }
        for (Worker worker : roster.takeOverdue()) {
            // Its verdict waits for its exit: only then is it certain which attempt it was in.
            Attempt head = worker.head();
            worker.overdue(head);
            roster.retire(
                    worker, "task '" + head.spec.label() + "' overran its deadline and the Spoke did not end itself");
        }
        if (!dropping) {
            dispatcher.recallForIdle();
        }
        roster.takeUnreleased().forEach(this::abandon);
    }

    /** Its exit may never come, and no task may wait for it any longer. */
    private void abandon(Worker worker) {
        String text = "Spoke " + worker.spoke() + " was ended by force and is not known to be gone";
        residue.add(text);
        lost(worker, worker.spoke(), new Exit(true, text));
    }

    void callbacksReturned(int count) {
        callbacks = count;
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
            hub.emit(new HubEffect.PhaseEntered(number(), Phase.TASKS_EVAL_DONE));
        }
        return !roster.awaitsExits() && (aborted || sessionEnding || callbacks == finals);
    }

    HubEffect conclusion() {
        return new HubEffect.Concluded(number(), roster.involved(), residue);
    }

    /** Whether a Spoke that joined now would bring a task of its own. */
    private boolean acquisitionPending() {
        return acquiring
                && !dropping
                && !manager.acquiresLateSpokes()
                && roster.size() < Math.min(spec.spokesMax(), spec.slots().size());
    }

    private void acquire(SpokeIdentity spoke) {
        if (dropping) {
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
        hub.emit(new HubEffect.Send(spoke.incarnation(), new Begin(number(), spec.definition(), spec.fingerprint())));
        dispatcher.schedule(worker);
    }

    private void runIfEnough() {
        if (runningSinceNs != NEVER || dropping || roster.ready() < spec.spokesMin()) {
            return;
        }
        runningSinceNs = hub.nowNs();
        hub.emit(new HubEffect.PhaseEntered(number(), Phase.TASKS_EVAL));
        dispatcher.start();
    }

    private Attempt head(Worker worker, int command, long attempt) {
        Attempt head = worker.head();
        return command == number() && head != null && head.number == attempt ? head : null;
    }

    private void returned(Worker worker, Attempt attempt, Returned message) {
        roster.removeHead(worker);
        dispatcher.taskTook(message.durationNs());
        pass(attempt, Verdict.RETURNED, worker.spoke(), message.durationNs(), message.result(), "", "");
        released(worker, attempt, manager.returned(attempt.task), "");
    }

    private void failed(Worker worker, Attempt attempt, Failed message) {
        roster.removeHead(worker);
        Verdict verdict = message.verdict();
        pass(attempt, verdict, worker.spoke(), message.durationNs(), null, message.text(), message.stackTrace());
        if (verdict == Verdict.LOAD_UNCAUGHT || verdict == Verdict.EVAL_UNCAUGHT) {
            released(worker, attempt, manager.uncaught(attempt.task, verdict), needed(attempt, verdict));
        } else {
            // The Spoke ends itself after such a report; what it has left was never started.
            interpret(manager.terminated(attempt.task, verdict), needed(attempt, verdict));
            roster.retire(worker, verdict + " of task '" + attempt.spec.label() + "'");
            giveBack(worker);
            dispatcher.scheduleOpen();
        }
    }

    /** Given up first, if it is to be, so that nothing that became ready goes there. */
    private void released(Worker worker, Attempt attempt, Interpretation interpretation, String reason) {
        if (attempt.spec.relaunchPost()) {
            roster.retire(worker, "task '" + attempt.spec.label() + "' asked for a relaunch");
        }
        interpret(interpretation, reason);
        dispatcher.schedule(worker);
    }

    private void terminated(Attempt attempt, Verdict verdict, SpokeIdentity spoke, long durationNs, String text) {
        pass(attempt, verdict, spoke, durationNs, null, text, "");
        interpret(manager.terminated(attempt.task, verdict), needed(attempt, verdict));
    }

    /** Why those are dropped that needed this task, directly or not. */
    private static String needed(Attempt attempt, Verdict verdict) {
        return "it needs task '" + attempt.spec.label() + "', which ended " + verdict;
    }

    private void giveBack(Worker worker) {
        giveBack(worker, attempt -> true);
    }

    private void giveBack(Worker worker, Predicate<Attempt> which) {
        List<Attempt> attempts = roster.giveBack(worker, which);
        for (Attempt attempt : attempts) {
            interpret(manager.unstarted(attempt.task, worker.ordinal));
        }
        if (dropping && !attempts.isEmpty()) {
            dropPending(dropReason);
        }
    }

    private void interpret(Interpretation interpretation) {
        interpret(interpretation, "the manager gave the command up");
    }

    private void interpret(Interpretation interpretation, String reason) {
        switch (interpretation) {
            case CONTINUE -> {}
            case SCHEDULE -> dispatcher.scheduleIdle();
            case DROP_DOOMED -> dropDoomed(reason);
            case DROP_PENDING -> dropPending(reason);
            case TIME_OUT_ALL -> endAll(true, reason);
            case END_ALL -> endAll(false, reason);
        }
    }

    private void endAll(boolean timedOut, String reason) {
        startDropping(reason);
        for (Worker worker : roster.all()) {
            Attempt head = worker.head();
            if (head != null) {
                long durationNs = hub.nowNs() - worker.headSinceNs();
                roster.removeHead(worker);
                Verdict verdict = timedOut || worker.isOverdue(head) ? head.timeout() : head.kill();
                pass(head, verdict, worker.spoke(), durationNs, null, reason, "");
                manager.terminated(head.task, verdict);
                giveBack(worker);
            }
            if (head != null || !timedOut) {
                roster.retire(worker, reason);
            }
        }
        dropPending(reason);
    }

    private void dropPending(String reason) {
        startDropping(reason);
        for (int task = manager.drop(); task != Manager.NONE; task = manager.drop()) {
            drop(task, dropReason);
        }
    }

    private void dropDoomed(String reason) {
        for (int task = manager.takeDoomed(); task != Manager.NONE; task = manager.takeDoomed()) {
            drop(task, reason);
        }
    }

    private void drop(int task, String reason) {
        finals++;
        hub.emit(new TaskFinal(number(), task, Verdict.DROPPED, null, 0, null, reason, ""));
    }

    private void startDropping(String reason) {
        if (!dropping) {
            dropping = true;
            acquiring = false;
            dropReason = reason;
            dispatcher.stop();
        }
    }

    private void pass(
            Attempt attempt,
            Verdict verdict,
            SpokeIdentity spoke,
            long durationNs,
            byte[] result,
            String text,
            String stackTrace) {
        finals++;
        hub.emit(new TaskFinal(number(), attempt.task, verdict, spoke, durationNs, result, text, stackTrace));
    }
}

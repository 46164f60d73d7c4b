package org.spmjava.core.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.spmjava.api.Pattern;
import org.spmjava.api.SessionObserver.Phase;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.TaskFinal;
import org.spmjava.core.manager.DagManager;
import org.spmjava.core.manager.Interpretation;
import org.spmjava.core.manager.ListManager;
import org.spmjava.core.manager.Manager;
import org.spmjava.core.manager.TemplateManager;
import org.spmjava.core.message.HubMessage.Assign;
import org.spmjava.core.message.HubMessage.Begin;
import org.spmjava.core.message.HubMessage.Recall;
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
    private final HubConfig config;
    private final HubCore.Surroundings hub;
    private final Manager manager;
    private final TreeMap<Integer, Worker> workers = new TreeMap<>();
    private final TreeMap<Integer, Worker> idle = new TreeMap<>();
    private final TreeMap<Long, SpokeIdentity> involved = new TreeMap<>();
    /** Spokes that this command ended and that are not known to be gone, with the time at which they become residue. */
    private final TreeMap<Long, Long> leaving = new TreeMap<>();

    private final List<String> residue = new ArrayList<>();
    private final long invokedNs;
    private long runningSinceNs = NEVER;
    private boolean dropping;
    private boolean aborted;
    private boolean evalDone;
    private boolean acquiring = true;
    private long lastAttempt;
    private long meanTaskNs;
    private int finals;
    private int callbacks;
    /** Why no task starts any more; set once, by what happened first. */
    private String dropReason = "";

    Command(CommandSpec spec, HubConfig config, HubCore.Surroundings hub) {
        this.spec = spec;
        this.config = config;
        this.hub = hub;
        this.invokedNs = hub.nowNs();
        this.manager = switch (spec.pattern()) {
            case LIST -> new ListManager(spec.tasks().size());
            case DAG ->
                new DagManager(spec.tasks().stream().map(TaskSpec::predecessors).toList());
            case TEMPLATE -> new TemplateManager();
        };
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

    void spokeLost(SpokeIdentity spoke, Exit exit) {
        leaving.remove(spoke.incarnation());
        Worker worker = workers.get(spoke.slot());
        if (worker != null && worker.has(spoke.incarnation())) {
            lost(worker, spoke, exit);
        }
    }

    private void lost(Worker worker, SpokeIdentity spoke, Exit exit) {
        Attempt head = worker.head();
        boolean headStarted = head != null && (!worker.leaving() || worker.isOverdue(head));
        if (headStarted) {
            Verdict verdict = worker.isOverdue(head) ? head.timeout() : exit.fromOutside() ? head.kill() : head.fatal();
            long durationNs = hub.nowNs() - worker.headSinceNs();
            worker.removeHead(hub.nowNs());
            terminated(head, verdict, spoke, durationNs, exit.description());
        }
        giveBack(worker, List.copyOf(worker.assigned()));
        worker.lost();
        scheduleAll();
    }

    void received(long incarnation, SpokeMessage message) {
        SpokeIdentity spoke = involved.get(incarnation);
        Worker worker = spoke == null ? null : workers.get(spoke.slot());
        if (worker == null || !worker.has(incarnation)) {
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
            worker.recalling(false);
            giveBack(
                    worker,
                    worker.assigned().stream()
                            .filter(attempt -> recalled.attempts().contains(attempt.number))
                            .toList());
            scheduleAll();
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
        for (Worker worker : workers.values()) {
            Attempt head = worker.head();
            if (head != null
                    && worker.live()
                    && nowNs - worker.headSinceNs() - head.spec.timeoutNs() >= config.deadlineGraceNs()) {
                // Its verdict waits for its exit: only then is it certain which attempt it was in.
                worker.overdue(head);
                retire(
                        worker,
                        "task '" + head.spec.label() + "' overran its deadline and the Spoke did not end itself");
            }
        }
        recallForIdleWorkers();
        leaving.entrySet().stream()
                .filter(entry -> nowNs - entry.getValue() >= 0)
                .map(entry -> entry.getKey())
                .toList()
                .forEach(this::abandon);
    }

    /** Its exit may never come, and no task may wait for it any longer. */
    private void abandon(long incarnation) {
        leaving.remove(incarnation);
        SpokeIdentity spoke = involved.get(incarnation);
        String text = "Spoke " + spoke + " was ended by force and is not known to be gone";
        residue.add(text);
        Worker worker = workers.get(spoke.slot());
        if (worker.has(spoke.incarnation())) {
            lost(worker, spoke, new Exit(true, text));
        }
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
        return leaving.isEmpty() && (aborted || sessionEnding || callbacks == finals);
    }

    HubEffect conclusion() {
        return new HubEffect.Concluded(number(), involved, residue);
    }

    /** Whether a Spoke that joined now would bring a task of its own. */
    private boolean acquisitionPending() {
        return acquiring
                && !dropping
                && !manager.acquiresLateSpokes()
                && workers.size() < Math.min(spec.spokesMax(), spec.slots().size());
    }

    private void acquire(SpokeIdentity spoke) {
        Worker worker = workers.get(spoke.slot());
        if (dropping) {
            return;
        }
        if (worker == null) {
            if (!acquiring || workers.size() >= spec.spokesMax()) {
                return;
            }
            worker = new Worker(workers.size(), idle);
            workers.put(spoke.slot(), worker);
            interpret(manager.spokeAcquired(worker.ordinal));
        }
        worker.joined(spoke);
        involved.put(spoke.incarnation(), spoke);
        hub.emit(new HubEffect.Send(spoke.incarnation(), new Begin(number(), spec.definition(), spec.fingerprint())));
        if (runningSinceNs != NEVER) {
            schedule(worker);
        }
    }

    private void runIfEnough() {
        if (runningSinceNs != NEVER
                || dropping
                || workers.values().stream().filter(this::ready).count() < spec.spokesMin()) {
            return;
        }
        runningSinceNs = hub.nowNs();
        hub.emit(new HubEffect.PhaseEntered(number(), Phase.TASKS_EVAL));
        scheduleAll();
    }

    private void scheduleAll() {
        workers.values().stream()
                .sorted(Comparator.comparingInt(worker -> worker.assigned().size()))
                .forEach(this::schedule);
    }

    /** One task for each Spoke that has none, before any Spoke gets a second. */
    private void scheduleIdle() {
        for (Worker worker : List.copyOf(idle.values())) {
            schedule(worker, 1);
        }
    }

    private void schedule(Worker worker) {
        schedule(worker, Integer.MAX_VALUE);
    }

    private void schedule(Worker worker, int limit) {
        if (runningSinceNs == NEVER || dropping) {
            return;
        }
        while (ready(worker) && worker.assigned().size() < Math.min(limit, depth(worker))) {
            int task = manager.next(worker.ordinal);
            if (task == Manager.NONE) {
                return;
            }
            TaskSpec taskSpec = spec.pattern() == Pattern.TEMPLATE
                    ? spec.tasks().get(0)
                    : spec.tasks().get(task);
            if (taskSpec.relaunchPre() && hub.tracker().used(worker.spoke().incarnation())) {
                interpret(manager.unstarted(task, worker.ordinal));
                if (worker.assigned().isEmpty()) {
                    retire(worker, "task '" + taskSpec.label() + "' demands a fresh Spoke");
                }
                return;
            }
            Attempt attempt = new Attempt(++lastAttempt, task, taskSpec);
            worker.assign(attempt, hub.nowNs());
            hub.tracker().use(worker.spoke().incarnation());
            hub.emit(new HubEffect.Send(
                    worker.spoke().incarnation(),
                    new Assign(number(), attempt.number, taskSpec.timeoutNs(), taskSpec.payload())));
        }
    }

    /** Whether the worker's Spoke may be given anything: neither the command nor the tracker has given it up. */
    private boolean ready(Worker worker) {
        return worker.live() && hub.tracker().isUp(worker.spoke().incarnation());
    }

    /** How many tasks the worker may have: one, and as many more as are done in the blink of a message. */
    private int depth(Worker worker) {
        Attempt last = worker.assigned().peekLast();
        if (last != null && last.spec.relaunchPost()) {
            return 0;
        }
        if (meanTaskNs == 0) {
            return 1;
        }
        return (int) Math.min(config.prefetchMax(), 1 + config.prefetchNs() / meanTaskNs);
    }

    private void recallForIdleWorkers() {
        if (dropping
                || workers.values().stream()
                        .noneMatch(worker -> worker.assigned().isEmpty() && ready(worker))) {
            return;
        }
        for (Worker worker : workers.values()) {
            if (worker.live()
                    && worker.assigned().size() > 1
                    && !worker.recalling()
                    && hub.nowNs() - worker.headSinceNs() >= config.recallAfterNs()) {
                worker.recalling(true);
                hub.emit(new HubEffect.Send(worker.spoke().incarnation(), new Recall(number())));
            }
        }
    }

    private Attempt head(Worker worker, int command, long attempt) {
        Attempt head = worker.head();
        return command == number() && head != null && head.number == attempt ? head : null;
    }

    private void returned(Worker worker, Attempt attempt, Returned message) {
        worker.removeHead(hub.nowNs());
        long weighted = meanTaskNs == 0 ? message.durationNs() : (3 * meanTaskNs + message.durationNs()) / 4;
        meanTaskNs = Math.max(1, weighted);
        pass(attempt, Verdict.RETURNED, worker.spoke(), message.durationNs(), message.result(), "", "");
        released(worker, attempt, manager.returned(attempt.task), "");
    }

    private void failed(Worker worker, Attempt attempt, Failed message) {
        worker.removeHead(hub.nowNs());
        Verdict verdict = message.verdict();
        pass(attempt, verdict, worker.spoke(), message.durationNs(), null, message.text(), message.stackTrace());
        if (verdict == Verdict.LOAD_UNCAUGHT || verdict == Verdict.EVAL_UNCAUGHT) {
            released(worker, attempt, manager.uncaught(attempt.task, verdict), needed(attempt, verdict));
        } else {
            // The Spoke ends itself after such a report; what it has left was never started.
            interpret(manager.terminated(attempt.task, verdict), needed(attempt, verdict));
            retire(worker, verdict + " of task '" + attempt.spec.label() + "'");
            giveBack(worker, List.copyOf(worker.assigned()));
            scheduleAll();
        }
    }

    /** Given up first, if it is to be, so that nothing that became ready goes there. */
    private void released(Worker worker, Attempt attempt, Interpretation interpretation, String reason) {
        if (attempt.spec.relaunchPost()) {
            retire(worker, "task '" + attempt.spec.label() + "' asked for a relaunch");
        }
        interpret(interpretation, reason);
        schedule(worker);
    }

    private void terminated(Attempt attempt, Verdict verdict, SpokeIdentity spoke, long durationNs, String text) {
        pass(attempt, verdict, spoke, durationNs, null, text, "");
        interpret(manager.terminated(attempt.task, verdict), needed(attempt, verdict));
    }

    /** Why those are dropped that needed this task, directly or not. */
    private static String needed(Attempt attempt, Verdict verdict) {
        return "it needs task '" + attempt.spec.label() + "', which ended " + verdict;
    }

    private void giveBack(Worker worker, List<Attempt> attempts) {
        worker.giveBack(attempts);
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
            case SCHEDULE -> scheduleIdle();
            case DROP_DOOMED -> dropDoomed(reason);
            case DROP_PENDING -> dropPending(reason);
            case TIME_OUT_ALL -> endAll(true, reason);
            case END_ALL -> endAll(false, reason);
        }
    }

    private void endAll(boolean timedOut, String reason) {
        startDropping(reason);
        for (Worker worker : workers.values()) {
            Attempt head = worker.head();
            if (head != null) {
                long durationNs = hub.nowNs() - worker.headSinceNs();
                worker.removeHead(hub.nowNs());
                Verdict verdict = timedOut || worker.isOverdue(head) ? head.timeout() : head.kill();
                pass(head, verdict, worker.spoke(), durationNs, null, reason, "");
                manager.terminated(head.task, verdict);
                giveBack(worker, List.copyOf(worker.assigned()));
            }
            if (head != null || !timedOut) {
                retire(worker, reason);
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

    private void retire(Worker worker, String reason) {
        if (worker.live()) {
            worker.leave();
            leaving.put(worker.spoke().incarnation(), hub.nowNs() + config.releaseTimeoutNs());
            hub.tracker().retire(worker.spoke().incarnation(), reason);
        }
    }
}

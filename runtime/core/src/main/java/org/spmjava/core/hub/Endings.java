package org.spmjava.core.hub;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.spmjava.api.Interpretation;
import org.spmjava.api.Verdict;
import org.spmjava.core.manager.Manager;

/** Takes tasks from Spokes, ends those that run and gives up those that wait, as the manager has it. */
final class Endings {

    private final HubCore.Surroundings hub;
    private final Manager manager;
    private final Ledger ledger;
    private final Roster roster;
    private final Dispatcher dispatcher;
    private final Consumer<Interpretation> interpreter;
    /** No task starts any more. */
    private boolean dropping;
    /** Nor does any go on. */
    private boolean ended;
    /** Why no task starts any more; set once, by what happened first. */
    private String dropReason = "";

    /** @param interpreter does what the manager makes of a task that did not start after all */
    Endings(
            HubCore.Surroundings hub,
            Manager manager,
            Ledger ledger,
            Roster roster,
            Dispatcher dispatcher,
            Consumer<Interpretation> interpreter) {
        this.hub = hub;
        this.manager = manager;
        this.ledger = ledger;
        this.roster = roster;
        this.dispatcher = dispatcher;
        this.interpreter = interpreter;
    }

    /** Whether no task goes on. */
    boolean ended() {
        return ended;
    }

    /** Whether no task starts any more. */
    boolean dropping() {
        return dropping;
    }

    /** What a Spoke has is taken from it: none of it has started. */
    void giveBack(Worker worker) {
        giveBack(worker, attempt -> true);
    }

    /** Some of what a Spoke has is taken from it: none of that has started. */
    void giveBack(Worker worker, Predicate<Attempt> which) {
        List<Attempt> attempts = roster.giveBack(worker, which);
        for (Attempt attempt : attempts) {
            interpreter.accept(manager.unstarted(attempt.task, worker.rank()));
        }
        if (dropping && !attempts.isEmpty()) {
            dropPending(dropReason);
        }
    }

    /** The command is over: what runs has timed out, or all that it holds is ended. */
    void endAll(boolean timedOut, String reason) {
        ended = true;
        startDropping(reason);
        for (Worker worker : roster.all()) {
            boolean ran = end(worker, timedOut, reason);
            if (ran || !timedOut) {
                roster.retire(worker, reason);
            }
        }
        if (manager.isUnit()) {
            ledger.decideFate(timedOut ? Verdict.EVAL_TIMEOUT : Verdict.EVAL_KILL, reason);
            ledger.shareFate();
        }
        dropPending(reason);
    }

    /** What runs is ended by force, what waits is dropped. */
    void endOthers(String reason) {
        ended = true;
        startDropping(reason);
        for (Worker worker : roster.all()) {
            if (end(worker, false, reason)) {
                roster.retire(worker, reason);
            }
        }
        dropPending(reason);
    }

    /** Passes the verdict on what runs at a Spoke that is ended; whether there was anything. */
    private boolean end(Worker worker, boolean timedOut, String reason) {
        Attempt head = worker.head();
        if (head == null) {
            return false;
        }
        long durationNs = hub.nowNs() - worker.headSinceNs();
        roster.removeHead(worker);
        Verdict verdict = timedOut || worker.isOverdue(head) ? head.timeout() : head.kill();
        ledger.failed(head, verdict, worker, durationNs, reason, "");
        manager.terminated(head.task, verdict);
        giveBack(worker);
        return true;
    }

    /** All end as the ledger has decided. */
    void shareFate(String reason) {
        ended = true;
        startDropping(reason);
        for (Worker worker : roster.all()) {
            Attempt head = worker.head();
            if (head != null) {
                long durationNs = hub.nowNs() - worker.headSinceNs();
                roster.removeHead(worker);
                ledger.sharesFate(head, worker, durationNs);
                manager.terminated(head.task, Verdict.EVAL_KILL);
                giveBack(worker);
                roster.retire(worker, reason);
            }
        }
        ledger.shareFate();
        dropPending(reason);
    }

    /** Nothing starts any more. */
    void dropPending(String reason) {
        startDropping(reason);
        dispatcher.recallAll();
        for (int task = manager.drop(); task != Manager.NONE; task = manager.drop()) {
            ledger.dropped(task, dropReason);
        }
    }

    /** What has lost what it needs is dropped. */
    void dropDoomed(String reason) {
        for (int task = manager.takeDoomed(); task != Manager.NONE; task = manager.takeDoomed()) {
            ledger.dropped(task, reason);
        }
    }

    private void startDropping(String reason) {
        if (!dropping) {
            dropping = true;
            dropReason = reason;
            dispatcher.stop();
        }
    }
}

package org.spmjava.core.hub;

import java.util.TreeMap;
import org.spmjava.api.Verdict;
import org.spmjava.core.hub.HubEffect.Combined;
import org.spmjava.core.hub.HubEffect.TaskFinal;

/**
 * Passes the verdicts of a command, each task's once. Those of a unit are held back until all its tasks have returned:
 * the first that ends otherwise gives its verdict to all.
 */
final class Ledger {

    private final CommandSpec spec;
    private final HubCore.Surroundings hub;
    private final boolean holding;
    private final TreeMap<Integer, TaskFinal> held = new TreeMap<>();
    private TaskFinal fate;
    private final long invokedNs;
    private int calls;

    Ledger(CommandSpec spec, HubCore.Surroundings hub, boolean holding) {
        this.spec = spec;
        this.hub = hub;
        this.holding = holding;
        this.invokedNs = hub.nowNs();
    }

    /** How many calls of user code have been asked for. */
    int calls() {
        return calls;
    }

    /** Something for the user's code. */
    void call(HubEffect effect) {
        calls++;
        hub.emit(effect);
    }

    /** Whether a task has returned and its status is held back. */
    boolean holds(int task) {
        return held.containsKey(task);
    }

    void returned(Attempt attempt, Worker worker, long durationNs, byte[] result) {
        TaskFinal last = last(attempt, Verdict.RETURNED, worker, durationNs, result, "", "");
        if (holding) {
            held.put(attempt.task, last);
        } else {
            call(last);
        }
    }

    void failed(Attempt attempt, Verdict verdict, Worker worker, long durationNs, String text, String stackTrace) {
        TaskFinal last = last(attempt, verdict, worker, durationNs, null, text, stackTrace);
        if (holding && fate == null) {
            fate = last;
        }
        callUnlessOurs(last);
    }

    /** A task of a unit ends as another did. */
    void sharesFate(Attempt attempt, Worker worker, long durationNs) {
        callUnlessOurs(last(attempt, fate.verdict(), worker, durationNs, null, sharedText(), fate.stackTrace()));
    }

    void dropped(int task, String reason) {
        callUnlessOurs(new TaskFinal(spec.command(), task, Verdict.DROPPED, null, 0, startNs(0), 0, null, reason, ""));
    }

    /** What the tasks of a unit share that is no task's fault. */
    void decideFate(Verdict verdict, String text) {
        if (fate == null) {
            fate = new TaskFinal(spec.command(), 0, verdict, null, 0, 0, 0, null, text, "");
        }
    }

    /** What the tasks of a unit share because of a Spoke that had none at that moment. */
    void decideFate(Verdict verdict, Worker worker, String text) {
        if (fate == null) {
            fate = new TaskFinal(spec.command(), 0, verdict, worker.spoke(), worker.rank(), 0, 0, null, text, "");
        }
    }

    /** The tasks of a unit that have returned end as one of them did. */
    void shareFate() {
        held.values()
                .forEach(last -> callUnlessOurs(new TaskFinal(
                        last.command(),
                        last.task(),
                        fate.verdict(),
                        last.spoke(),
                        last.rank(),
                        last.startNs(),
                        last.durationNs(),
                        null,
                        sharedText(),
                        fate.stackTrace())));
        held.clear();
    }

    /** Every task has its verdict: what was held back is passed on, combined shares first. */
    void close() {
        held.tailMap(pushed(), true)
                .values()
                .forEach(last -> call(new Combined(last.command(), last.rank(), last.result())));
        held.headMap(pushed(), false).values().forEach(this::call);
        held.clear();
    }

    private String sharedText() {
        return "shared with " + (fate.spoke() == null ? "the unit" : "rank " + fate.rank() + " on " + fate.spoke())
                + ": " + fate.text();
    }

    /** Tasks that were not pushed by the user are no business of his callbacks. */
    private void callUnlessOurs(TaskFinal last) {
        if (last.task() < pushed()) {
            call(last);
        }
    }

    private int pushed() {
        return spec.isOnePayload() ? Integer.MAX_VALUE : spec.tasks().size();
    }

    /** What has just ended began as much earlier as it took; a Spoke's clock may run faster than ours. */
    private long startNs(long durationNs) {
        return Math.max(0, hub.nowNs() - invokedNs - durationNs);
    }

    private TaskFinal last(
            Attempt attempt,
            Verdict verdict,
            Worker worker,
            long durationNs,
            byte[] result,
            String text,
            String stackTrace) {
        return new TaskFinal(
                spec.command(),
                attempt.task,
                verdict,
                worker.spoke(),
                worker.rank(),
                startNs(durationNs),
                durationNs,
                result,
                text,
                stackTrace);
    }
}

package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.spmjava.api.Verdict;

/**
 * Where every task of a command is, by what the Hub has told and been told: pending, assigned, held back or final. It
 * goes from one to the next as the model says, or an invariant is broken.
 */
final class Ledger {

    /** One task at one Spoke that may have started it. */
    record Attempt(long number, int task, long incarnation, long assignedNs) {}

    /** What one Spoke has, oldest first. */
    private static final class Queue {
        private final TreeMap<Long, Attempt> attempts = new TreeMap<>();
        /** Since when the oldest has been the oldest: it cannot have started earlier. */
        private long headSinceNs;
    }

    private enum State {
        PENDING,
        ASSIGNED,
        /** It returned, and its verdict waits for those of others. */
        HELD,
        FINAL,
        /** Nobody needs it any more, and nobody gets its verdict. */
        WITHDRAWN
    }

    private final Setting setting;
    private final List<State> states = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    /** The live attempt at each task, {@code null} if there is none. */
    private final List<Attempt> attempts = new ArrayList<>();

    private final TreeMap<Long, Attempt> live = new TreeMap<>();
    private final TreeMap<Long, Queue> queues = new TreeMap<>();
    private int pending;
    private int held;
    private int withdrawn;
    private int finals;
    private int returned;
    private long lastNumber;

    Ledger(Setting setting) {
        this.setting = setting;
    }

    /** A task is known to the command. */
    void pushed() {
        states.add(State.PENDING);
        verdicts.add(null);
        attempts.add(null);
        pending++;
    }

    /** Makes known all tasks up to this one. */
    void pushedUpTo(int task) {
        while (states.size() <= task) {
            pushed();
        }
    }

    int tasks() {
        return states.size();
    }

    int pending() {
        return pending;
    }

    /** How many have returned and wait for others. */
    int held() {
        return held;
    }

    int finals() {
        return finals;
    }

    boolean isPending(int task) {
        return states.get(task) == State.PENDING;
    }

    boolean anyLive() {
        return !live.isEmpty();
    }

    boolean anyReturned() {
        return returned > 0;
    }

    boolean anyFailed() {
        return finals > returned;
    }

    boolean returned(int task) {
        return verdicts.get(task) == Verdict.RETURNED;
    }

    /** Whether it is final and has no return value. */
    boolean failed(int task) {
        return verdicts.get(task) != null && !returned(task);
    }

    /** Whether an attempt may still be reported on by that Spoke. */
    boolean isLive(long attempt, long incarnation) {
        Attempt found = live.get(attempt);
        return found != null && found.incarnation() == incarnation;
    }

    /** Whether a Spoke has anything to do or to report. */
    boolean hasWork(long incarnation) {
        return queues.containsKey(incarnation);
    }

    /** Whether the oldest task of any Spoke has been its oldest for longer than that task may take. */
    boolean isOverdue(ToLongFunction<Attempt> mostNs) {
        for (Queue queue : queues.values()) {
            Attempt head = queue.attempts.firstEntry().getValue();
            if (setting.nowNs() - queue.headSinceNs > mostNs.applyAsLong(head)) {
                return true;
            }
        }
        return false;
    }

    /** For how long an attempt has been its Spoke's oldest; negative if it is not. */
    long headForNs(Attempt attempt) {
        Queue queue = queues.get(attempt.incarnation());
        return queue.attempts.firstKey() == attempt.number() ? setting.nowNs() - queue.headSinceNs : -1;
    }

    void assigned(Attempt attempt) {
        int task = attempt.task();
        check(task < states.size(), "a task was assigned that was never pushed:", task);
        check(attempt.number() > lastNumber, "an attempt's number was used before:", attempt.number());
        check(states.get(task) != State.ASSIGNED, "two live attempts at task", task);
        check(states.get(task) == State.PENDING, "assigned after its end: task", task);
        lastNumber = attempt.number();
        states.set(task, State.ASSIGNED);
        pending--;
        attempts.set(task, attempt);
        live.put(attempt.number(), attempt);
        Queue queue = queues.computeIfAbsent(attempt.incarnation(), unused -> new Queue());
        if (queue.attempts.isEmpty()) {
            queue.headSinceNs = setting.nowNs();
        }
        queue.attempts.put(attempt.number(), attempt);
    }

    /**
     * The Hub knows that these attempts of a Spoke will never start: their tasks are pending again.
     *
     * @return these tasks, in the order of the attempts
     */
    List<Integer> givenBack(long incarnation, List<Long> numbers) {
        List<Integer> tasks = new ArrayList<>();
        for (long number : numbers) {
            if (isLive(number, incarnation)) {
                Attempt attempt = live.get(number);
                remove(attempt);
                states.set(attempt.task(), State.PENDING);
                pending++;
                tasks.add(attempt.task());
            }
        }
        return tasks;
    }

    /** The Hub knows that a Spoke will not start anything any more. */
    List<Integer> givenBack(long incarnation) {
        Queue queue = queues.get(incarnation);
        return queue == null ? List.of() : givenBack(incarnation, List.copyOf(queue.attempts.keySet()));
    }

    private void remove(Attempt attempt) {
        live.remove(attempt.number());
        attempts.set(attempt.task(), null);
        Queue queue = queues.get(attempt.incarnation());
        if (queue.attempts.firstKey() == attempt.number()) {
            queue.headSinceNs = setting.nowNs();
        }
        queue.attempts.remove(attempt.number());
        if (queue.attempts.isEmpty()) {
            queues.remove(attempt.incarnation());
        }
    }

    /** An attempt returned, and its verdict waits for those of others. */
    void heldBack(long number) {
        Attempt attempt = live.get(number);
        remove(attempt);
        states.set(attempt.task(), State.HELD);
        held++;
    }

    /** Nobody needs a task any more. */
    void withdraw(int task) {
        switch (states.get(task)) {
            case PENDING -> pending--;
            case ASSIGNED -> remove(attempts.get(task));
            case HELD -> held--;
            case FINAL, WITHDRAWN -> withdrawn--;
        }
        states.set(task, State.WITHDRAWN);
        withdrawn++;
    }

    void finalStatus(int task, Verdict verdict) {
        check(task < states.size(), "a verdict on a task that was never pushed:", task);
        switch (states.get(task)) {
            case PENDING -> pending--;
            case ASSIGNED -> {
                check(verdict != Verdict.DROPPED, "dropped while it is at a Spoke: task", task);
                remove(attempts.get(task));
            }
            case HELD -> held--;
            case FINAL, WITHDRAWN -> throw Invariant.broken("a second verdict on task " + task);
        }
        states.set(task, State.FINAL);
        verdicts.set(task, verdict);
        finals++;
        returned += verdict.returned() ? 1 : 0;
    }

    /** Where a task is assigned to, or {@code null}. */
    Attempt attempt(int task) {
        return attempts.get(task);
    }

    boolean isFinal(int task) {
        return verdicts.get(task) != null;
    }

    boolean isHeld(int task) {
        return states.get(task) == State.HELD;
    }

    /** Every task is in exactly one place. */
    void checkConserved() {
        int known = pending + live.size() + held + withdrawn + finals;
        check(pending >= 0 && held >= 0 && known == states.size(), "tasks were lost or made up; in all:", known);
    }
}

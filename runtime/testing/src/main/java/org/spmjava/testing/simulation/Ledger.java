package org.spmjava.testing.simulation;

import static org.spmjava.testing.simulation.Invariant.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.spmjava.api.Verdict;

/**
 * Where every task of a command is, by what the Hub has told and been told: pending, assigned or final. It goes from
 * one to the next as the model says, or an invariant is broken.
 */
final class Ledger {

    /** One task at one Spoke that may have started it. */
    record Attempt(long number, int task, long incarnation) {}

    /** What one Spoke has, oldest first. */
    private static final class Queue {
        private final TreeMap<Long, Attempt> attempts = new TreeMap<>();
        /** Since when the oldest has been the oldest: it cannot have started earlier. */
        private long headSinceNs;
    }

    private enum State {
        PENDING,
        ASSIGNED,
        FINAL
    }

    private final List<State> states = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    /** The live attempt at each task, {@code null} if there is none. */
    private final List<Attempt> attempts = new ArrayList<>();

    private final TreeMap<Long, Attempt> live = new TreeMap<>();
    private final TreeMap<Long, Queue> queues = new TreeMap<>();
    private int pending;
    private int finals;
    private long lastNumber;

    /** A task is known to the command. */
    void pushed() {
        states.add(State.PENDING);
        verdicts.add(null);
        attempts.add(null);
        pending++;
    }

    int tasks() {
        return states.size();
    }

    int pending() {
        return pending;
    }

    int finals() {
        return finals;
    }

    boolean isPending(int task) {
        return states.get(task) == State.PENDING;
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

    /** Whether a task is assigned to that Spoke. */
    boolean isAt(int task, long incarnation) {
        Attempt found = attempts.get(task);
        return found != null && found.incarnation() == incarnation;
    }

    /** Whether a Spoke has anything to do or to report. */
    boolean hasWork(long incarnation) {
        return queues.containsKey(incarnation);
    }

    /**
     * Whether for any Spoke the oldest task it has been given has been its oldest for longer than that task may take.
     */
    boolean isOverdue(long nowNs, ToLongFunction<Attempt> mostNs) {
        for (Queue queue : queues.values()) {
            if (nowNs - queue.headSinceNs
                    > mostNs.applyAsLong(queue.attempts.firstEntry().getValue())) {
                return true;
            }
        }
        return false;
    }

    void assigned(Attempt attempt, long nowNs) {
        int task = attempt.task();
        check(task < states.size(), "a task was assigned that was never pushed:", task);
        check(attempt.number() > lastNumber, "an attempt's number was used before:", attempt.number());
        check(states.get(task) != State.ASSIGNED, "two live attempts at task", task);
        check(states.get(task) != State.FINAL, "assigned after its verdict: task", task);
        lastNumber = attempt.number();
        states.set(task, State.ASSIGNED);
        pending--;
        attempts.set(task, attempt);
        live.put(attempt.number(), attempt);
        Queue queue = queues.computeIfAbsent(attempt.incarnation(), unused -> new Queue());
        if (queue.attempts.isEmpty()) {
            queue.headSinceNs = nowNs;
        }
        queue.attempts.put(attempt.number(), attempt);
    }

    /** The Hub knows that these attempts of a Spoke will never start: they are pending again, or about to be final. */
    void givenBack(long incarnation, List<Long> attempts, long nowNs) {
        for (long number : attempts) {
            Attempt attempt = live.get(number);
            if (attempt != null && attempt.incarnation() == incarnation) {
                remove(attempt, nowNs);
                states.set(attempt.task(), State.PENDING);
                pending++;
            }
        }
    }

    /** The Hub knows that a Spoke will not start anything any more. */
    void givenBack(long incarnation, long nowNs) {
        Queue queue = queues.get(incarnation);
        if (queue != null) {
            givenBack(incarnation, List.copyOf(queue.attempts.keySet()), nowNs);
        }
    }

    /** The Hub knows that a Spoke will not start anything any more, and in which attempt it was. */
    void givenBackAllBut(long incarnation, long attempt, long nowNs) {
        List<Long> others = new ArrayList<>(queues.get(incarnation).attempts.keySet());
        others.remove(attempt);
        givenBack(incarnation, others, nowNs);
    }

    private void remove(Attempt attempt, long nowNs) {
        live.remove(attempt.number());
        attempts.set(attempt.task(), null);
        Queue queue = queues.get(attempt.incarnation());
        if (queue.attempts.firstKey() == attempt.number()) {
            queue.headSinceNs = nowNs;
        }
        queue.attempts.remove(attempt.number());
        if (queue.attempts.isEmpty()) {
            queues.remove(attempt.incarnation());
        }
    }

    void finalStatus(int task, Verdict verdict, long nowNs) {
        check(task < states.size(), "a verdict on a task that was never pushed:", task);
        check(states.get(task) != State.FINAL, "a second verdict on task", task);
        if (states.get(task) == State.ASSIGNED) {
            remove(attempts.get(task), nowNs);
        } else {
            pending--;
        }
        states.set(task, State.FINAL);
        verdicts.set(task, verdict);
        finals++;
    }

    /** Every task is in exactly one place. */
    void checkConserved() {
        check(
                pending >= 0 && pending + live.size() + finals == states.size(),
                "tasks were lost or made up; so many of them are pending:",
                pending);
    }
}

package org.spmjava.core.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import org.spmjava.api.SpokeIdentity;

/**
 * A slot that a command has acquired, with the Spoke that is up in it and the attempts which that Spoke has, oldest
 * first.
 */
final class Worker {

    final int ordinal;
    private final ArrayDeque<Attempt> assigned = new ArrayDeque<>();
    private final SortedMap<Integer, Worker> idle;
    private SpokeIdentity spoke;
    private boolean leaving;
    private boolean recalling;
    private long headSinceNs;
    private long overdueAttempt;

    /**
     * @param ordinal the order in which the command acquired it
     * @param idle where it enters itself, by its ordinal, while it is live and has nothing to do
     */
    Worker(int ordinal, SortedMap<Integer, Worker> idle) {
        this.ordinal = ordinal;
        this.idle = idle;
    }

    private void note() {
        if (live() && assigned.isEmpty()) {
            idle.put(ordinal, this);
        } else {
            idle.remove(ordinal);
        }
    }

    void joined(SpokeIdentity joined) {
        spoke = joined;
        leaving = false;
        recalling = false;
        overdueAttempt = 0;
        assigned.clear();
        note();
    }

    void lost() {
        spoke = null;
        assigned.clear();
        note();
    }

    SpokeIdentity spoke() {
        return spoke;
    }

    boolean has(long incarnation) {
        return spoke != null && spoke.incarnation() == incarnation;
    }

    /** Whether there is a Spoke that the command has not given up. */
    boolean live() {
        return spoke != null && !leaving;
    }

    void leave() {
        leaving = true;
        note();
    }

    boolean leaving() {
        return leaving;
    }

    void assign(Attempt attempt, long nowNs) {
        if (assigned.isEmpty()) {
            headSinceNs = nowNs;
        }
        assigned.addLast(attempt);
        note();
    }

    /** What it has, oldest first; not to be changed. */
    Deque<Attempt> assigned() {
        return assigned;
    }

    /** Takes away what it has not started. */
    void giveBack(List<Attempt> attempts) {
        assigned.removeAll(attempts);
        note();
    }

    /** The attempt that runs, if the Spoke has got that far. */
    Attempt head() {
        return assigned.peekFirst();
    }

    void removeHead(long nowNs) {
        assigned.removeFirst();
        headSinceNs = nowNs;
        note();
    }

    /** Since when the head has been the head: it cannot have started earlier. */
    long headSinceNs() {
        return headSinceNs;
    }

    void overdue(Attempt attempt) {
        overdueAttempt = attempt.number;
    }

    boolean isOverdue(Attempt attempt) {
        return overdueAttempt == attempt.number;
    }

    boolean recalling() {
        return recalling;
    }

    void recalling(boolean now) {
        recalling = now;
    }
}

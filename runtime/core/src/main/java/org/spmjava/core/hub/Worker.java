package org.spmjava.core.hub;

import java.util.ArrayDeque;
import org.spmjava.api.SpokeIdentity;

/**
 * A slot that a command has acquired, with the Spoke that is up in it and the attempts which that Spoke has, oldest
 * first.
 */
final class Worker {

    final int ordinal;
    final ArrayDeque<Attempt> assigned = new ArrayDeque<>();
    private SpokeIdentity spoke;
    private boolean leaving;
    private boolean recalling;
    private long headSinceNs;
    private long overdueAttempt;

    Worker(int ordinal) {
        this.ordinal = ordinal;
    }

    void joined(SpokeIdentity joined) {
        spoke = joined;
        leaving = false;
        recalling = false;
        overdueAttempt = 0;
        assigned.clear();
    }

    void lost() {
        spoke = null;
        assigned.clear();
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
    }

    boolean leaving() {
        return leaving;
    }

    void assign(Attempt attempt, long nowNs) {
        if (assigned.isEmpty()) {
            headSinceNs = nowNs;
        }
        assigned.addLast(attempt);
    }

    /** The attempt that runs, if the Spoke has got that far. */
    Attempt head() {
        return assigned.peekFirst();
    }

    void removeHead(long nowNs) {
        assigned.removeFirst();
        headSinceNs = nowNs;
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

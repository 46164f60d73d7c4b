package org.spmjava.core.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.spmjava.api.SpokeIdentity;

/**
 * A slot that a command has acquired, with the Spoke that is up in it and the attempts which that Spoke has, oldest
 * first. Changed by the {@link Roster} alone, which has to know.
 */
final class Worker {

    /** The order in which the command acquired it. */
    final int ordinal;

    final int slot;
    /** Where the roster has it among those that can take tasks. */
    long place = Roster.NOWHERE;
    /** Whether the roster has counted it as ready. */
    boolean counted;

    private int rank;
    private final ArrayDeque<Attempt> assigned = new ArrayDeque<>();
    private SpokeIdentity spoke;
    private boolean leaving;
    private boolean givenUp;
    private boolean recalling;
    private long headSinceNs;
    private long overdueAttempt;

    Worker(int ordinal, int slot) {
        this.ordinal = ordinal;
        this.slot = slot;
        this.rank = ordinal;
    }

    /** By what the manager knows it: its ordinal, or its rank in a unit. */
    int rank() {
        return rank;
    }

    void belongsToUnit(int asRank) {
        rank = asRank;
    }

    void joined(SpokeIdentity joined) {
        spoke = joined;
        leaving = false;
        givenUp = false;
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

    /** Whether the Spoke may be given anything: neither the command nor the tracker has given it up. */
    boolean ready() {
        return live() && !givenUp;
    }

    void leave() {
        leaving = true;
    }

    boolean leaving() {
        return leaving;
    }

    /** The tracker has given the Spoke up. */
    void giveUp() {
        givenUp = true;
    }

    void assign(Attempt attempt, long nowNs) {
        if (assigned.isEmpty()) {
            headSinceNs = nowNs;
        }
        assigned.addLast(attempt);
    }

    /** How many attempts it has before its attempt at a task, or -1 if it has none at it. */
    int position(int task) {
        int before = 0;
        for (Attempt attempt : assigned) {
            if (attempt.task == task) {
                return before;
            }
            before++;
        }
        return -1;
    }

    /** How many attempts it has. */
    int load() {
        return assigned.size();
    }

    /** Whether its last attempt asks for a relaunch, so that none may come after it. */
    boolean closed() {
        Attempt last = assigned.peekLast();
        return last != null && last.spec.relaunchPost();
    }

    /** Takes away what it has not started. */
    List<Attempt> giveBack(Predicate<Attempt> which) {
        List<Attempt> given = new ArrayList<>();
        // Once around: what stays comes out in front and goes in behind.
        for (int left = assigned.size(); left > 0; left--) {
            Attempt attempt = assigned.removeFirst();
            if (which.test(attempt)) {
                given.add(attempt);
            } else {
                assigned.addLast(attempt);
            }
        }
        return given;
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

    void recalling(boolean now) {
        recalling = now;
    }

    /** Whether attempts wait behind its head that could be recalled. */
    boolean hoards() {
        return live() && !recalling && assigned.size() > 1;
    }
}

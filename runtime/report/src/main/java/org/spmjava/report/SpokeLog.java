package org.spmjava.report;

import org.spmjava.api.SpokeIdentity;

/** What became of a Spoke. */
final class SpokeLog {

    static final long NEVER = -1;

    /** How the tracker puts it when a session closes: no news to anybody. */
    private static final String SESSION_ENDED = "the session ended";

    private final SpokeIdentity identity;
    private final long joinedNs;
    private long leftNs = NEVER;
    private String reason = "";

    SpokeLog(SpokeIdentity identity, long joinedNs) {
        this.identity = identity;
        this.joinedNs = joinedNs;
    }

    void left(long atNs, String why) {
        leftNs = atNs;
        reason = why;
    }

    SpokeLog copy() {
        SpokeLog copy = new SpokeLog(identity, joinedNs);
        copy.left(leftNs, reason);
        return copy;
    }

    SpokeIdentity identity() {
        return identity;
    }

    /** When it joined, from the begin of the session; {@link #NEVER} if it could not be started. */
    long joinedNs() {
        return joinedNs;
    }

    /** When it left; {@link #NEVER} if it is there. */
    long leftNs() {
        return leftNs;
    }

    /** Why it left; empty if it is there. */
    String reason() {
        return reason;
    }

    /** Whether it left before the session ended. */
    boolean diedEarly() {
        return leftNs != NEVER && !reason.startsWith(SESSION_ENDED);
    }
}

package org.spmjava.core.agent;

/** The exit codes by which a Spoke's process ends itself. */
public final class SpokeExit {

    /** After it reported what led to it, or because the session ended. */
    public static final int HALTED = 70;

    /** It could not start, or failed by itself. */
    public static final int FAILED = 71;

    private SpokeExit() {}
}

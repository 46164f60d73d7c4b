package org.spmjava.core.agent;

/** The exit codes by which a Spoke's process ends itself. */
public final class SpokeExit {

    /** After it reported what led to it, or because the session ended. */
    public static final int HALTED = 70;

    /** It could not start, or failed by itself. */
    public static final int FAILED = 71;

    /**
     * The Hub could not be reached any more, for example because this process was stopped for too long: the channel is
     * lost, which is nothing that the task did. Above 192, where no signal and hardly any program's code is.
     */
    public static final int CHANNEL_LOST = 214;

    private SpokeExit() {}
}

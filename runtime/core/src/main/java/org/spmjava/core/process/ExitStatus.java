package org.spmjava.core.process;

import java.util.Map;

/**
 * How a process ended, as one number in the shell's convention: its exit code, or 128 + n when signal n killed it.
 *
 * <p>The convention is ambiguous by nature: a process that catches SIGTERM and exits with 143, as a JVM does, reads as
 * killed by SIGTERM. That is the reading wanted here.
 *
 * @param code 0 to 255
 */
public record ExitStatus(int code) {

    /** Who is to blame for the end of a process. */
    public enum Cause {
        /** It ended by itself, with whatever exit code, including 3, a JVM's {@code ExitOnOutOfMemoryError}. */
        EXITED,
        /** Somebody ended it: a signal that processes do not raise by accident, or its owner's lease lapsed. */
        KILLED_FROM_OUTSIDE,
        /** It failed in a way that the kernel or the C library punishes: ABRT, SEGV, BUS, ILL, FPE or TRAP. */
        FAILED_BY_ITSELF
    }

    /**
     * The exit code with which the guard reports that it ended the task because the lease lapsed: its owner closed the
     * pipe, died, or kept silent for longer than the lease. Above 192, so that no signal maps to it.
     */
    public static final int LEASE_LOST_CODE = 213;

    /** The signal that nothing can catch. */
    static final int SIGKILL = 9;

    private static final int SIGNAL_BASE = 128;
    private static final int MAX_SIGNAL = 64;
    private static final int MAX_CODE = 255;

    private static final Map<Integer, String> SIGNAL_NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"),
            Map.entry(31, "SIGSYS"));

    /** @throws IllegalArgumentException if {@code code} is outside 0 to 255 */
    public ExitStatus {
        if (code < 0 || code > MAX_CODE) {
            throw new IllegalArgumentException("an exit code is between 0 and 255, not " + code);
        }
    }

    /** The status of a process that exited with {@code code}, 0 to 255. */
    public static ExitStatus exited(int code) {
        return new ExitStatus(code);
    }

    /**
     * The status of a process that signal {@code signal} killed.
     *
     * @throws IllegalArgumentException if {@code signal} is outside 1 to 64
     */
    public static ExitStatus signalled(int signal) {
        if (signal < 1 || signal > MAX_SIGNAL) {
            throw new IllegalArgumentException("a signal is between 1 and 64, not " + signal);
        }
        return new ExitStatus(SIGNAL_BASE + signal);
    }

    /** Whether it exited with code 0. */
    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether the code says that a signal ended it. */
    public boolean isSignalled() {
        return code > SIGNAL_BASE && code <= SIGNAL_BASE + MAX_SIGNAL;
    }

    /** The number of the signal that ended it, or 0 if none did. */
    public int signal() {
        return isSignalled() ? code - SIGNAL_BASE : 0;
    }

    /** Whether the guard ended it because the lease lapsed. */
    public boolean isLeaseLost() {
        return code == LEASE_LOST_CODE;
    }

    /** Who is to blame. */
    public Cause cause() {
        if (isLeaseLost()) {
            return Cause.KILLED_FROM_OUTSIDE;
        }
        return switch (signal()) {
            case 0 -> Cause.EXITED;
            case 4, 5, 6, 7, 8, 11 -> Cause.FAILED_BY_ITSELF;
            default -> Cause.KILLED_FROM_OUTSIDE;
        };
    }

    /** For people: {@code exit code 3}, {@code killed by SIGKILL}, {@code ended because its lease lapsed}. */
    @Override
    public String toString() {
        if (isLeaseLost()) {
            return "ended because its lease lapsed";
        }
        if (isSignalled()) {
            return "killed by " + SIGNAL_NAMES.getOrDefault(signal(), "signal " + signal());
        }
        return "exit code " + code;
    }
}

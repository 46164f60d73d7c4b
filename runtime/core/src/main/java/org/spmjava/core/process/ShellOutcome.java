package org.spmjava.core.process;

import java.time.Duration;

/**
 * What came of a shell command.
 *
 * @param exit how it ended; after a timeout, how it was ended
 * @param standardOutput what was captured of it, or of both streams if they were merged; never null
 * @param standardError what was captured of it; empty if it was discarded or merged; never null
 * @param duration from the call to the moment when the command and everything it started had ended
 * @param timedOut whether it was ended because its timeout had passed
 * @param truncated whether output beyond the capture limit was dropped
 */
public record ShellOutcome(
        ExitStatus exit,
        String standardOutput,
        String standardError,
        Duration duration,
        boolean timedOut,
        boolean truncated) {

    /** The exit code in the shell's convention: 128 + n for signal n. */
    public int exitCode() {
        return exit.code();
    }
}

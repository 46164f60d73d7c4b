package org.spmjava.core.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A command line for {@code /bin/sh}, its deadline, and what to capture of it. Immutable; the methods named like verbs
 * return a changed copy.
 *
 * @param command handed to {@code /bin/sh -c}
 * @param timeout from the call of {@link ShellCoprocess#run}; everything that the command started dies when it has
 *     passed
 * @param capture which streams are kept
 * @param captureLimitBytes how much of each captured stream is kept; what comes after that is read and dropped
 * @param environment added to the caller's environment
 * @param directory the working directory, or empty for the caller's
 */
public record ShellCommand(
        String command,
        Duration timeout,
        Capture capture,
        int captureLimitBytes,
        Map<String, String> environment,
        Optional<Path> directory) {

    /** Which streams of a command are kept. */
    public enum Capture {
        /** Standard output; standard error is discarded. */
        OUTPUT,
        /** Both, apart. */
        BOTH,
        /** Both, as one, in the order in which they were written. */
        MERGED
    }

    /** The capture limit unless {@link #withCaptureLimitBytes} says otherwise: 16 MiB per stream. */
    public static final int DEFAULT_CAPTURE_LIMIT_BYTES = 16 << 20;

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_500);

    /** @throws IllegalArgumentException if the timeout is not positive or the limit is negative */
    public ShellCommand {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(capture, "capture");
        Objects.requireNonNull(directory, "directory");
        environment = Map.copyOf(environment);
        // What lasts longer than a century has no deadline; its nanoseconds would overflow.
        timeout = timeout.compareTo(LONGEST_TIMEOUT) > 0 ? LONGEST_TIMEOUT : timeout;
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout is positive, not " + timeout);
        }
        if (captureLimitBytes < 0) {
            throw new IllegalArgumentException("a capture limit is not negative: " + captureLimitBytes);
        }
    }

    /** A command whose two streams are captured apart, with the default limit. */
    public static ShellCommand of(String command, Duration timeout) {
        return new ShellCommand(
                command, timeout, Capture.BOTH, DEFAULT_CAPTURE_LIMIT_BYTES, Map.of(), Optional.empty());
    }

    /** The same, capturing other streams. */
    public ShellCommand withCapture(Capture other) {
        return new ShellCommand(command, timeout, other, captureLimitBytes, environment, directory);
    }

    /** The same, with another limit, in bytes per stream. */
    public ShellCommand withCaptureLimitBytes(int limitBytes) {
        return new ShellCommand(command, timeout, capture, limitBytes, environment, directory);
    }

    /** The same, with exactly these additions to the environment. */
    public ShellCommand withEnvironment(Map<String, String> additions) {
        return new ShellCommand(command, timeout, capture, captureLimitBytes, additions, directory);
    }

    /** The same, in another working directory; it must exist when the command is run. */
    public ShellCommand withDirectory(Path workingDirectory) {
        return new ShellCommand(
                command, timeout, capture, captureLimitBytes, environment, Optional.of(workingDirectory));
    }
}

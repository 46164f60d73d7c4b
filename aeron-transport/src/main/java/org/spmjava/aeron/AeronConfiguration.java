package org.spmjava.aeron;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a Hub's transport is built from; its Spokes learn the rest from the arguments that the Hub hands out.
 *
 * @param directory where the shared memory lives, best below {@code /dev/shm}. It is created, open to its owner only,
 *     if it is not there, and then also removed in the end; if it is there, it must belong to this user and be closed
 *     to all others
 * @param termBufferLength a third of the log of one direction of one Spoke, in bytes: a power of two from 64 KiB to 256
 *     MiB. Half of it can be on its way before the sender feels back pressure; a Spoke takes six times as much memory
 * @param maxMessageLength the longest message, in bytes, from 1 to 1 GiB
 * @param livenessTimeout after how long a silence a process counts as dead, at least 1 s. Under 5 s, a busy machine or
 *     a long garbage collection kills the innocent
 */
public record AeronConfiguration(Path directory, int termBufferLength, int maxMessageLength, Duration livenessTimeout) {

    private static final int MIN_TERM_BUFFER_LENGTH = 64 * 1024;
    private static final int MAX_TERM_BUFFER_LENGTH = 256 * 1024 * 1024;
    private static final int MAX_MAX_MESSAGE_LENGTH = 1024 * 1024 * 1024;
    private static final Duration MIN_LIVENESS_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MAX_LIVENESS_TIMEOUT = Duration.ofDays(1);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public AeronConfiguration {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(livenessTimeout, "livenessTimeout");
        directory = directory.toAbsolutePath().normalize();
        if (termBufferLength < MIN_TERM_BUFFER_LENGTH
                || termBufferLength > MAX_TERM_BUFFER_LENGTH
                || Integer.bitCount(termBufferLength) != 1) {
            throw new IllegalArgumentException(
                    "termBufferLength must be a power of two from 64 KiB to 256 MiB, but is " + termBufferLength);
        }
        if (maxMessageLength < 1 || maxMessageLength > MAX_MAX_MESSAGE_LENGTH) {
            throw new IllegalArgumentException(
                    "maxMessageLength must be from 1 byte to 1 GiB, but is " + maxMessageLength);
        }
        if (livenessTimeout.compareTo(MIN_LIVENESS_TIMEOUT) < 0
                || livenessTimeout.compareTo(MAX_LIVENESS_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "livenessTimeout must be from 1 second to 1 day, but is " + livenessTimeout);
        }
    }

    /**
     * The usual configuration: terms of 1 MiB, messages of up to 64 MiB, a liveness timeout of 10 seconds.
     *
     * @param directory where the shared memory lives
     * @return to be used as it is or as a start
     */
    public static AeronConfiguration in(Path directory) {
        return new AeronConfiguration(directory, 1024 * 1024, 64 * 1024 * 1024, Duration.ofSeconds(10));
    }

    /**
     * The same with another term buffer length.
     *
     * @param bytes a power of two from 64 KiB to 256 MiB
     * @return a new configuration
     */
    public AeronConfiguration withTermBufferLength(int bytes) {
        return new AeronConfiguration(directory, bytes, maxMessageLength, livenessTimeout);
    }

    /**
     * The same with another limit on messages.
     *
     * @param bytes from 1 to 1 GiB
     * @return a new configuration
     */
    public AeronConfiguration withMaxMessageLength(int bytes) {
        return new AeronConfiguration(directory, termBufferLength, bytes, livenessTimeout);
    }

    /**
     * The same with another liveness timeout.
     *
     * @param timeout at least 1 s; 5 s or more outside of tests
     * @return a new configuration
     */
    public AeronConfiguration withLivenessTimeout(Duration timeout) {
        return new AeronConfiguration(directory, termBufferLength, maxMessageLength, timeout);
    }
}

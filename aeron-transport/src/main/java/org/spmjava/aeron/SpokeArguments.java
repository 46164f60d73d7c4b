package org.spmjava.aeron;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Spoke has to know about its Hub, as program arguments.
 *
 * @param directory the media driver's
 * @param toHubStream the stream of all Spokes to the Hub
 * @param toSpokeStream the stream to this Spoke
 * @param toSpokeSession the session of the Hub's publication on it
 * @param incarnation this Spoke's number
 * @param maxMessageLength in bytes
 * @param livenessTimeoutMs in milliseconds
 * @param peerTermBufferLength of each link to another Spoke, in bytes
 */
record SpokeArguments(
        Path directory,
        int toHubStream,
        int toSpokeStream,
        int toSpokeSession,
        long incarnation,
        int maxMessageLength,
        long livenessTimeoutMs,
        int peerTermBufferLength) {

    private static final String DIRECTORY = "--aeron-directory";
    private static final String TO_HUB_STREAM = "--aeron-to-hub-stream";
    private static final String TO_SPOKE_STREAM = "--aeron-to-spoke-stream";
    private static final String TO_SPOKE_SESSION = "--aeron-to-spoke-session";
    private static final String INCARNATION = "--aeron-incarnation";
    private static final String MAX_MESSAGE_LENGTH = "--aeron-max-message-length";
    private static final String LIVENESS_TIMEOUT_MS = "--aeron-liveness-timeout-ms";
    private static final String PEER_TERM_BUFFER_LENGTH = "--aeron-peer-term-buffer-length";
    private static final Set<String> NAMES = Set.of(
            DIRECTORY,
            TO_HUB_STREAM,
            TO_SPOKE_STREAM,
            TO_SPOKE_SESSION,
            INCARNATION,
            MAX_MESSAGE_LENGTH,
            LIVENESS_TIMEOUT_MS,
            PEER_TERM_BUFFER_LENGTH);

    List<String> format() {
        return List.of(
                DIRECTORY + "=" + directory,
                TO_HUB_STREAM + "=" + toHubStream,
                TO_SPOKE_STREAM + "=" + toSpokeStream,
                TO_SPOKE_SESSION + "=" + toSpokeSession,
                INCARNATION + "=" + incarnation,
                MAX_MESSAGE_LENGTH + "=" + maxMessageLength,
                LIVENESS_TIMEOUT_MS + "=" + livenessTimeoutMs,
                PEER_TERM_BUFFER_LENGTH + "=" + peerTermBufferLength);
    }

    /**
     * Reads what {@link #format()} wrote.
     *
     * @throws IllegalArgumentException if an argument is missing, unknown, repeated or not a number where one belongs
     */
    static SpokeArguments parse(List<String> args) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("Unknown transport argument '" + arg + "'");
            }
            if (equals < 0) {
                throw new IllegalArgumentException("Transport argument " + name + " has no value");
            }
            if (values.put(name, arg.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("Transport argument " + name + " is given twice");
            }
        }
        return new SpokeArguments(
                Path.of(value(values, DIRECTORY)),
                (int) number(values, TO_HUB_STREAM, 0, Integer.MAX_VALUE),
                (int) number(values, TO_SPOKE_STREAM, 0, Integer.MAX_VALUE),
                (int) number(values, TO_SPOKE_SESSION, Integer.MIN_VALUE, Integer.MAX_VALUE),
                number(values, INCARNATION, 0, Integer.MAX_VALUE),
                (int) number(values, MAX_MESSAGE_LENGTH, 1, Integer.MAX_VALUE),
                number(values, LIVENESS_TIMEOUT_MS, 1, Integer.MAX_VALUE),
                (int) number(values, PEER_TERM_BUFFER_LENGTH, 1, Integer.MAX_VALUE));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("Transport argument " + name + " is missing");
        }
        return value;
    }

    private static long number(Map<String, String> values, String name, long least, long most) {
        String value = value(values, name);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException("Transport argument " + name + " must be a number from " + least + " to "
                + most + ", but is '" + value + "'");
    }
}

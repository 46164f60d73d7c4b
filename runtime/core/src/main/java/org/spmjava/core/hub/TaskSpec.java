package org.spmjava.core.hub;

/**
 * A task as the Hub's core sees it.
 *
 * @param label the task's label
 * @param timeoutNs how long it may take from its start
 * @param relaunchPre whether it demands a fresh Spoke process
 * @param relaunchPost whether the Spoke process must be replaced after it
 * @param payload the encoded payload
 * @param predecessors the numbers of the tasks that must have returned before it starts; none unless the pattern is a
 *     DAG
 */
public record TaskSpec(
        String label, long timeoutNs, boolean relaunchPre, boolean relaunchPost, byte[] payload, int[] predecessors) {

    /** The predecessors of a task that needs no other: one array for all of them, since there may be millions. */
    public static final int[] NO_PREDECESSORS = {};

    /** A task that needs no other. */
    public TaskSpec(String label, long timeoutNs, boolean relaunchPre, boolean relaunchPost, byte[] payload) {
        this(label, timeoutNs, relaunchPre, relaunchPost, payload, NO_PREDECESSORS);
    }
}

package org.spmjava.core.hub;

/**
 * A task as the Hub's core sees it.
 *
 * @param label the task's label
 * @param timeoutNs how long it may take from its start
 * @param relaunchPre whether it demands a fresh Spoke process
 * @param relaunchPost whether the Spoke process must be replaced after it
 * @param payload the encoded payload
 */
public record TaskSpec(String label, long timeoutNs, boolean relaunchPre, boolean relaunchPost, byte[] payload) {}

package org.spmjava.benchmarks.speed;

/**
 * What one process used, or several of the same kind that ended before they could be looked at.
 *
 * @param role what it is, for people: its main class or its program
 * @param pid its id; 0 for several that have ended
 * @param cpuSeconds processor time of all its threads, since it was started
 * @param peakBytes the most memory that was resident at any time, what it shares with others included; 0 if not known
 */
public record ProcessUse(String role, long pid, double cpuSeconds, long peakBytes) {}

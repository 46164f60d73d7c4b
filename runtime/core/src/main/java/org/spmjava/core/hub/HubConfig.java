package org.spmjava.core.hub;

/**
 * The Hub core's constants.
 *
 * @param deadlineGraceNs how long after a task's deadline the Hub waits for the Spoke to end itself, before it ends the
 *     Spoke
 * @param releaseTimeoutNs how long a command waits for a Spoke that it ended to be gone, before it names it as residue
 * @param prefetchNs how much work, by the running mean of what tasks took, may wait at a Spoke beside the task that
 *     runs
 * @param prefetchMax how many tasks may be at a Spoke at once
 * @param recallAfterNs how long a task must have run before those behind it are recalled for idle Spokes
 */
public record HubConfig(
        long deadlineGraceNs, long releaseTimeoutNs, long prefetchNs, int prefetchMax, long recallAfterNs) {

    /** What the product uses. */
    public static final HubConfig DEFAULT = new HubConfig(400_000_000L, 10_000_000_000L, 5_000_000L, 256, 2_000_000L);
}

package org.spmjava.core.tracker;

/**
 * The tracker's constants.
 *
 * @param slots how many Spokes the session keeps up
 * @param joinTimeoutNs how long a launched Spoke may take to join before it is ended and relaunched
 * @param silenceTimeoutNs how long a Spoke may say nothing at all before it counts as lost
 * @param relaunchDelayMinNs how long to wait before a slot whose Spoke never joined is launched again; doubled each
 *     time
 * @param relaunchDelayMaxNs the longest such wait
 */
public record TrackerConfig(
        int slots, long joinTimeoutNs, long silenceTimeoutNs, long relaunchDelayMinNs, long relaunchDelayMaxNs) {

    /** Checks the numbers. */
    public TrackerConfig {
        if (slots < 0) {
            throw new IllegalArgumentException("a virtual cloud has 0 or more Spokes, not " + slots);
        }
        if (joinTimeoutNs < 1
                || silenceTimeoutNs < 1
                || relaunchDelayMinNs < 1
                || relaunchDelayMaxNs < relaunchDelayMinNs) {
            throw new IllegalArgumentException("the tracker's timeouts are positive, and min is not above max");
        }
    }
}

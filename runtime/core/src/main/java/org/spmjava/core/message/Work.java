package org.spmjava.core.message;

/** What a Spoke is to do with an assignment. */
public enum Work {
    /** Evaluate the payload, and report what it returned. */
    EVALUATE,
    /** Evaluate the payload, and keep what it returned for {@link #COMBINE}; report that it did. */
    KEEP,
    /** Shuffle by key, among the Spokes of the unit, what was kept of this command; report this Spoke's share. */
    COMBINE
}

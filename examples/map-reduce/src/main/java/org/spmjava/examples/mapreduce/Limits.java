package org.spmjava.examples.mapreduce;

import org.spmjava.api.Timeout;

/**
 * How long things may take.
 *
 * @param each one task
 */
record Limits(Timeout each) {

    private static final long WAIT_S = 60;
    private static final long DAYS_S = 7 * 24 * 3600;

    /** Until the first Spokes are there. */
    Timeout waitForSpokes() {
        return Timeout.afterSeconds(WAIT_S);
    }

    /** A whole command, whose tasks have their own limits. */
    Timeout all() {
        return Timeout.afterSeconds(DAYS_S);
    }
}

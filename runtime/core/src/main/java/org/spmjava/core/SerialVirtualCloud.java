package org.spmjava.core;

import org.spmjava.api.CloudOptions;
import org.spmjava.api.VirtualCloud;
import org.spmjava.core.agent.VirtualClouds;

/**
 * Virtual clouds for serial-like development: the same programs in one process and one thread, without Aeron, so that a
 * debugger steps from the Hub into an evaluator and back. Tasks of fine grain, which wait for each other, get a thread
 * each, of which never more than one runs; if all of them wait in vain, one is told so.
 *
 * <p>What only a process of its own can give is not to be had here: an evaluator that never returns is not ended, one
 * that exits takes the Hub with it, and a deadline that has passed shows when the evaluator returns. Shell coprocesses
 * are contained and bounded as ever.
 */
public final class SerialVirtualCloud {

    private SerialVirtualCloud() {}

    /**
     * Creates a serial virtual cloud.
     *
     * @param options of which only the number of Spokes means anything here
     * @return the cloud
     * @throws org.spmjava.api.error.SPMInvariantViolation on a Spoke
     */
    public static VirtualCloud create(CloudOptions options) {
        return VirtualClouds.serial(options.spokeCount());
    }
}

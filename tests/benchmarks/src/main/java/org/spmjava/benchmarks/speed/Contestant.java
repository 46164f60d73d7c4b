package org.spmjava.benchmarks.speed;

import java.util.Optional;

/** Somebody who does the work of a line, in processes of their own. */
public interface Contestant {

    /** What ours is called in every line. */
    String OURS = "SPM.Java";

    /** What people call it; unique within its line, and the same in all lines for the same thing. */
    String name();

    /** What it is and how it is set up, with its version: a sentence. */
    String says();

    /** Why it cannot be measured on this machine, for example because a program is not installed; empty if it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /**
     * One repetition: everything is started, warmed, measured and ended. When this returns or throws, no process of it
     * is left.
     *
     * @param trial how to start programs, and how much is to be done
     * @return every figure of the line that it has, each with one value or several
     * @throws Exception if it failed or took too long; it is not measured again in this run, and the failure is
     *     reported
     */
    Measured measure(Trial trial) throws Exception;
}

package org.spmjava.testing;

/** What may befall the Spokes of a simulated session. */
public enum Fault {
    /** A Spoke comes up late, up to some seconds after the others. */
    LATE,
    /** A task takes far longer than it really does, so that tasks end in another order, or miss their deadline. */
    SLOW,
    /** A Spoke is killed before it calls the evaluator, or after that and before it has reported. */
    KILLED
}

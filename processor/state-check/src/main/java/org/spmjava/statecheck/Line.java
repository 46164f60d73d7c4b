package org.spmjava.statecheck;

/** Whether a manager is in charge while code runs. */
enum Line {
    /** No manager is in charge. */
    OFFLINE,
    /** A manager is in charge. */
    ONLINE,
    /** Nothing is said, and nothing known. */
    UNSAID
}

package org.spmjava.statecheck;

/** Where code runs. */
enum Side {
    /** On the Hub only. */
    HUB,
    /** On a Spoke only. */
    SPOKE,
    /** On either: so nothing that only one of them may do. */
    SELF,
    /** Nothing is said, and nothing known. */
    UNSAID
}

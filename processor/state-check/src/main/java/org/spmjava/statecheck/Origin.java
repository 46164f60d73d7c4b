package org.spmjava.statecheck;

/** Where a class comes from. */
enum Origin {
    /** The module that is checked. */
    MODULE,
    /** Its class path. */
    LIBRARY,
    /** SPM.Java's own: its doors are known, and what lies behind them is not followed. */
    RUNTIME,
    /** The JDK: not followed, but it calls what it is handed. */
    PLATFORM,
    /** Nowhere to be found. */
    MISSING;

    /** Whether its code is followed. */
    boolean isFollowed() {
        return this == MODULE || this == LIBRARY;
    }
}

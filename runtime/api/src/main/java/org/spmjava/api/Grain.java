package org.spmjava.api;

/** How far tasks may communicate before they conclude. */
public enum Grain {
    /** With nobody: every communication primitive is disabled. */
    COARSE
}

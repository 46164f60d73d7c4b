package org.spmjava.core.manager;

/** Until when a command takes Spokes, and when it starts. */
public enum Acquisition {
    /** It starts as soon as the minimum is there, and takes Spokes as long as there are tasks to start. */
    OPEN,
    /** It starts as soon as the minimum is there, and takes Spokes until the waiting deadline. */
    UNTIL_DEADLINE,
    /** It takes Spokes until the maximum or the waiting deadline is reached, and starts then. */
    BEFORE_START
}

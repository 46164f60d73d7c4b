package org.spmjava.examples.graph.input;

/** Whether the first line of an edge list says how many vertices and edges there are. */
public enum Header {
    /** If no comment stands above it and as many lines follow as it says edges. */
    AUTO,
    /** Yes: what follows must agree with it. */
    YES,
    /** No: every line is an edge. */
    NO
}

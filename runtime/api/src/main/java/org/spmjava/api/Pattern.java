package org.spmjava.api;

/** The parallel management patterns that this version manages; each is the head of a typedef. */
public enum Pattern {
    /** Partition/List: independent tasks in any order; a failure concerns its task alone. */
    LIST,
    /** Partition/DAG: a task is ready when all its predecessors returned; a failure drops its descendants. */
    DAG,
    /** Clone/Once: one payload, evaluated once by every acquired Spoke. */
    TEMPLATE
}

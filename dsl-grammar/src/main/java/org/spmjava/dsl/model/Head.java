package org.spmjava.dsl.model;

import java.util.Optional;

/** The parallel management pattern that a task is for: the word in {@code task<…>}. */
public enum Head {
    LIST("list", true),
    DAG("dag", false),
    GRAPH("graph", false),
    GRID("grid", false),
    AGGREGATE("aggregate", false),
    TEMPLATE("template", true);

    private final String keyword;
    private final boolean supported;

    Head(String keyword, boolean supported) {
        this.keyword = keyword;
        this.supported = supported;
    }

    /** The word as a typedef spells it; never null. */
    public String keyword() {
        return keyword;
    }

    /** Whether this version compiles tasks of this kind; the others are reported as not supported yet. */
    public boolean supported() {
        return supported;
    }

    /** The head spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<Head> of(String keyword) {
        return Keywords.find(values(), Head::keyword, keyword);
    }
}

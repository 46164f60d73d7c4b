package org.spmjava.dsl.model;

import java.util.Optional;

/** The parallel management pattern that a task is for: the word in {@code task<…>}. */
public enum Head {
    LIST("list"),
    DAG("dag"),
    GRAPH("graph"),
    GRID("grid"),
    AGGREGATE("aggregate"),
    TEMPLATE("template");

    private final String keyword;

    Head(String keyword) {
        this.keyword = keyword;
    }

    /** The word as a typedef spells it; never null. */
    public String keyword() {
        return keyword;
    }

    /** The head spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<Head> of(String keyword) {
        return Keywords.find(values(), Head::keyword, keyword);
    }
}

package org.spmjava.dsl.model;

import java.util.Optional;

/** What a field holds before anybody sets it. */
public enum Initializer {
    /** Nothing, and the user must set it before the task is pushed. */
    DEFERRED("deferred"),
    /** Nothing, and it may stay so. */
    NONE("None");

    private final String keyword;

    Initializer(String keyword) {
        this.keyword = keyword;
    }

    /** The word as a typedef spells it; never null. */
    public String keyword() {
        return keyword;
    }

    /** The initialiser spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<Initializer> of(String keyword) {
        return Keywords.find(values(), Initializer::keyword, keyword);
    }
}

package org.spmjava.dsl.model;

import java.util.Optional;

/** A field that holds nothing before anybody sets it. */
public enum Absence implements Initializer {
    /** The user must set it before the task is pushed. */
    DEFERRED("deferred"),
    /** It may stay unset. */
    NONE("None");

    private final String keyword;

    Absence(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String text() {
        return keyword;
    }

    /** The initialiser spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<Absence> of(String keyword) {
        return Keywords.find(values(), Absence::text, keyword);
    }
}

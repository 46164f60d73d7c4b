package org.spmjava.dsl.model;

import java.util.Optional;

/** Where and when something may be used: the word in {@code @Hub}. */
public enum State {
    HUB("Hub"),
    SPOKE("Spoke"),
    SELF("Self"),
    OFFLINE("Offline"),
    ONLINE("Online");

    private final String keyword;

    State(String keyword) {
        this.keyword = keyword;
    }

    /** The word as a typedef spells it, without the {@code @}; never null. */
    public String keyword() {
        return keyword;
    }

    /** Whether nothing can be both this and {@code other}. */
    public boolean excludes(State other) {
        return isPlace() == other.isPlace() && this != other;
    }

    private boolean isPlace() {
        return this == HUB || this == SPOKE || this == SELF;
    }

    /** The state spelled {@code keyword}, if there is one; case matters. Never null. */
    public static Optional<State> of(String keyword) {
        return Keywords.find(values(), State::keyword, keyword);
    }
}

package org.spmjava.statecheck;

import java.util.Optional;

/** What a door opens, and so in which states it may be used. */
public enum DoorKind {
    /** Creates a virtual cloud: on the Hub, offline. */
    CLOUD(Side.HUB, FindingCode.CLOUD_ONLINE),
    /** Declares and defines a closure: on the Hub, offline. */
    DECLARATION(Side.HUB, FindingCode.DECLARATION_ONLINE),
    /** Adds a task to those that the next manage takes: on the Hub, offline. */
    PUSH(Side.HUB, FindingCode.PUSH_ONLINE),
    /** Manages tasks: on the Hub, offline. */
    MANAGE(Side.HUB, FindingCode.NESTED_MANAGE),
    /** Concerns the session: on the Hub. */
    SESSION(Side.HUB, null),
    /** Communicates: in tasks of fine grain. */
    PRIMITIVE(Side.UNSAID, null);

    private final Side side;
    private final FindingCode online;

    DoorKind(Side side, FindingCode online) {
        this.side = side;
        this.online = online;
    }

    Side side() {
        return side;
    }

    /** What is wrong with using it online; empty if nothing is. */
    Optional<FindingCode> online() {
        return Optional.ofNullable(online);
    }
}

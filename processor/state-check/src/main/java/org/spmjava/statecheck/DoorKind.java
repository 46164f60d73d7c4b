package org.spmjava.statecheck;

import java.util.Optional;

/** What a door opens, and so in which states it may be used. */
public enum DoorKind {
    /** Creates a virtual cloud: on the Hub, offline. */
    CLOUD(Side.HUB, FindingCode.CLOUD_ONLINE, null),
    /** Declares and defines a closure: on the Hub, offline. */
    DECLARATION(Side.HUB, FindingCode.DECLARATION_ONLINE, null),
    /** Adds a task to those that the next manage takes: on the Hub, offline. */
    PUSH(Side.HUB, FindingCode.PUSH_ONLINE, null),
    /** Manages tasks: on the Hub, offline. */
    MANAGE(Side.HUB, FindingCode.NESTED_MANAGE, null),
    /** Declares who processes what tasks ask and tell: on the Hub, offline. */
    HANDLER(Side.HUB, FindingCode.HANDLER_ONLINE, null),
    /** Asks for what an aggregate combined: on the Hub, offline. */
    AGGREGATE(Side.HUB, FindingCode.AGGREGATE_ONLINE, null),
    /** Ends a command early: on the Hub, online. */
    STOP(Side.HUB, null, FindingCode.STOP_OFFLINE),
    /** Concerns the session: on the Hub. */
    SESSION(Side.HUB, null, null),
    /** Communicates: on a Spoke, online, in tasks of fine grain. */
    PRIMITIVE(Side.SPOKE, null, FindingCode.PRIMITIVE_OFFLINE);

    private final Side side;
    private final FindingCode online;
    private final FindingCode offline;

    DoorKind(Side side, FindingCode online, FindingCode offline) {
        this.side = side;
        this.online = online;
        this.offline = offline;
    }

    Side side() {
        return side;
    }

    /** What is wrong with using it in a line; empty if nothing is, or the line is not known. */
    Optional<FindingCode> wrong(Line line) {
        return switch (line) {
            case ONLINE -> Optional.ofNullable(online);
            case OFFLINE -> Optional.ofNullable(offline);
            case UNSAID -> Optional.empty();
        };
    }
}

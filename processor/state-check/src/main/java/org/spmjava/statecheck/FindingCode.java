package org.spmjava.statecheck;

/**
 * Every kind of finding. The identifiers are stable: manuals, tests and users refer to them. S1 is about the Hub and
 * Spokes, S2 about offline and online, S3 about values, S4 about communication, S5 about what cannot be known, S6 about
 * deadlines, S7 about what is forgotten.
 */
public enum FindingCode {
    /** A method that is annotated {@code @Hub} is reached on a Spoke. */
    HUB_METHOD_ON_SPOKE("SPM-S101", Severity.ERROR),
    /** A door of the Hub is reached on a Spoke. */
    HUB_DOOR_ON_SPOKE("SPM-S102", Severity.ERROR),
    /** A method that is annotated {@code @Spoke} is reached on the Hub. */
    SPOKE_METHOD_ON_HUB("SPM-S103", Severity.ERROR),
    /** A method that is annotated {@code @Self} reaches what only the Hub may do. */
    HUB_IN_SELF("SPM-S104", Severity.ERROR),
    /** A method that is annotated {@code @Self} reaches what only a Spoke may do. */
    SPOKE_IN_SELF("SPM-S105", Severity.ERROR),

    /** A method that is annotated {@code @Offline} is reached online. */
    OFFLINE_METHOD_ONLINE("SPM-S201", Severity.ERROR),
    /** A virtual cloud is created online. */
    CLOUD_ONLINE("SPM-S202", Severity.ERROR),
    /** A closure is declared and defined online. */
    DECLARATION_ONLINE("SPM-S203", Severity.ERROR),
    /** A task is pushed online. */
    PUSH_ONLINE("SPM-S204", Severity.ERROR),
    /** A manager is invoked while another is in charge. */
    NESTED_MANAGE("SPM-S205", Severity.ERROR),
    /** A method that is annotated {@code @Online} is reached offline. */
    ONLINE_METHOD_OFFLINE("SPM-S206", Severity.ERROR),
    /** A handler of questions or messages is declared online. */
    HANDLER_ONLINE("SPM-S207", Severity.ERROR),
    /** The aggregate is asked for online. */
    AGGREGATE_ONLINE("SPM-S208", Severity.ERROR),
    /** A manager is stopped while it is not in charge. */
    STOP_OFFLINE("SPM-S209", Severity.ERROR),

    /** A static value is set on the Hub and read on a Spoke. */
    HUB_VALUE_ON_SPOKE("SPM-S301", Severity.ERROR),
    /** A static value is set on a Spoke and read on the Hub. */
    SPOKE_VALUE_ON_HUB("SPM-S302", Severity.ERROR),
    /** An object of the Hub, which cannot be sent, is put where a Spoke looks for it. */
    HUB_OBJECT_ON_SPOKE("SPM-S303", Severity.ERROR),

    /** A task of coarse grain communicates. */
    COARSE_TASK_COMMUNICATES("SPM-S401", Severity.ERROR),
    /** The Hub uses what tasks communicate by. */
    PRIMITIVE_ON_HUB("SPM-S402", Severity.ERROR),
    /** A Spoke communicates while it is offline. */
    PRIMITIVE_OFFLINE("SPM-S403", Severity.ERROR),

    /** Reflection chooses what is called. */
    REFLECTION("SPM-S501", Severity.NOTE),
    /** A native method is called. */
    NATIVE_CODE("SPM-S502", Severity.NOTE),
    /** A class is not there, or cannot be read. */
    UNRESOLVED_CLASS("SPM-S503", Severity.NOTE),
    /** A method of another language's compiler chooses what is called. */
    UNKNOWN_BOOTSTRAP("SPM-S504", Severity.NOTE),
    /** Which classes are preloaded is not written where they are named. */
    UNKNOWN_PRELOAD("SPM-S505", Severity.NOTE),
    /** A system property is set on the Hub and read on a Spoke. */
    HUB_PROPERTY_ON_SPOKE("SPM-S506", Severity.NOTE),

    /** A timeout of zero or less. */
    TIMEOUT_NOT_POSITIVE("SPM-S601", Severity.ERROR),
    /** A task may take longer than all tasks of its command together. */
    TASK_OUTLASTS_EXECUTION("SPM-S602", Severity.WARNING),
    /** What a task applies may take longer than the task. */
    API_OUTLASTS_TASK("SPM-S603", Severity.WARNING),

    /** A task is set up and cannot be pushed any more. */
    TASK_NEVER_PUSHED("SPM-S701", Severity.ERROR);

    private final String id;
    private final Severity severity;

    FindingCode(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** The stable identifier, such as {@code SPM-S101}; never null. */
    public String id() {
        return id;
    }

    /** How much it matters; never null. */
    public Severity severity() {
        return severity;
    }

    /** The part of the model that it is about: one mistake is reported once for each. */
    char group() {
        return id.charAt("SPM-S".length());
    }
}

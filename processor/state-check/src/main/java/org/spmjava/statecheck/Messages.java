package org.spmjava.statecheck;

/**
 * The English of every finding, in one place: what is wrong, why, and what to write instead. A switch without a
 * default, so that a code without a text does not compile.
 */
final class Messages {

    private static final String OTHER_PROCESS =
            "An evaluator, and whatever it calls, runs on a Spoke, which is another process: what the Hub knows is not"
                    + " there.";
    private static final String ONLINE =
            "A status callback and an evaluator run online: a manager is in charge until `manage` returns.";
    private static final String AFTERWARDS =
            "Note in the callback what is to be done, and do it after `manage` returned.";
    private static final String NOT_GUESSED = "What is called from there is not known, so it was not checked.";

    /** Between a method and the one that it overrides, in a subject. */
    static final String OVERRIDES = "`, which overrides `";

    private Messages() {}

    /** The words of one finding. */
    record Text(String what, String why, String fix) {}

    /**
     * @param code which finding
     * @param subject what it is about: the method, field or class
     * @param more the method where the chain begins; of a note, how many more places there are
     */
    static Text of(FindingCode code, String subject, String more) {
        String quoted = "`" + subject + "`" + (subject.contains(OVERRIDES) ? "," : "");
        String first = "`" + more + "`";
        return switch (code) {
            case HUB_METHOD_ON_SPOKE ->
                new Text(
                        quoted + " is annotated `@Hub`, but a Spoke reaches it.",
                        OTHER_PROCESS,
                        "Call it on the Hub and pass what it returns in the task; or annotate it `@Self`, if it needs"
                                + " nothing of the Hub.");
            case HUB_DOOR_ON_SPOKE ->
                new Text(
                        quoted + " belongs to the Hub, but a Spoke reaches it.",
                        "Only the Hub has a session. On a Spoke the call ends the task with an SPMInvariantViolation.",
                        "Do it on the Hub, before or after `manage`, and pass what the evaluator needs in the task.");
            case SPOKE_METHOD_ON_HUB ->
                new Text(
                        quoted + " is annotated `@Spoke`, but the Hub reaches it.",
                        "Called on the Hub, it is no task: it has no deadline, and if it fails, the Hub does.",
                        "Push a task instead; or move what both sides need to a method that is annotated `@Self`.");
            case HUB_IN_SELF ->
                new Text(
                        first + " is annotated `@Self`, but reaches " + quoted + ", which is the Hub's.",
                        "A method that may run on either side may do only what both sides may.",
                        "Annotate " + first + " `@Hub`, or leave out what only the Hub can do.");
            case SPOKE_IN_SELF ->
                new Text(
                        first + " is annotated `@Self`, but reaches " + quoted + ", which is a Spoke's.",
                        "A method that may run on either side may do only what both sides may.",
                        "Annotate " + first + " `@Spoke`, or leave out what only a Spoke can do.");
            case OFFLINE_METHOD_ONLINE ->
                new Text(
                        quoted + " is annotated `@Offline`, but is reached online.",
                        ONLINE,
                        "Call it before or after `manage`; or leave `@Offline` out, if the method does not care.");
            case CLOUD_ONLINE ->
                new Text(
                        quoted + " creates a virtual cloud while a manager is in charge.",
                        ONLINE + " A cloud is created before the first of them.",
                        "Create the cloud before `manage`.");
            case DECLARATION_ONLINE ->
                new Text(
                        quoted + " declares a closure while a manager is in charge.",
                        ONLINE + " Closures are declared and defined offline.",
                        "Define every manager before the first `manage`, and keep it in a field.");
            case PUSH_ONLINE ->
                new Text(
                        quoted + " pushes a task while a manager is in charge.",
                        ONLINE + " It has taken its tasks already, and takes no more.",
                        AFTERWARDS);
            case NESTED_MANAGE ->
                new Text(
                        quoted + " is called while another manager is in charge.",
                        ONLINE + " At most one is in charge at a time.",
                        AFTERWARDS);
            case ONLINE_METHOD_OFFLINE ->
                new Text(
                        quoted + " is annotated `@Online`, but is reached offline.",
                        "What is annotated `@Online` counts on a manager that is in charge. Code that is annotated"
                                + " `@Offline` runs while there is none.",
                        "Pass it to `define` as the status callback; or leave `@Online` out, if the method does not"
                                + " care.");
            case HANDLER_ONLINE ->
                new Text(
                        quoted + " declares a handler while a manager is in charge.",
                        ONLINE + " Its tasks ask from the first moment on.",
                        "Declare every handler before `manage`, most simply where the manager is defined.");
            case AGGREGATE_ONLINE ->
                new Text(
                        quoted + " asks for the aggregate while a manager is in charge.",
                        ONLINE + " Until then there may be more to combine.",
                        "Ask for it after `manage` returned.");
            case STOP_OFFLINE ->
                new Text(
                        quoted + " stops a manager that is not in charge.",
                        "A manager is in charge until its `manage` returns. Code that is annotated `@Offline` runs while"
                                + " none is.",
                        "Call it in a callback of the same manager: for a status, a question or a message.");
            case HUB_VALUE_ON_SPOKE ->
                new Text(
                        quoted + " is " + more + " on the Hub, but read on a Spoke.",
                        "A Spoke is another process, with a field of its own of that name: the value is not there.",
                        "Pass the value in the task: give the typedef a field for it.");
            case SPOKE_VALUE_ON_HUB ->
                new Text(
                        quoted + " is " + more + " on a Spoke, but read on the Hub.",
                        "A Spoke is another process, with a field of its own of that name: the Hub never sees the"
                                + " value.",
                        "Return the value from the evaluator, and collect it in the status callback.");
            case HUB_OBJECT_ON_SPOKE ->
                new Text(
                        quoted + " holds an object of the Hub, but is read on a Spoke.",
                        "A Spoke is another process: its field of that name does not hold the object, and no task can"
                                + " carry it. Only values travel.",
                        "Use the object on the Hub, and pass the values that the evaluator needs of it in the task; or"
                                + " make one on the Spoke, where it is needed.");
            case COARSE_TASK_COMMUNICATES ->
                new Text(
                        quoted + " communicates, but the task is of coarse grain.",
                        "A coarse task talks to nobody before it concludes, so that it can fail or be repeated alone.",
                        "Return the value; or manage the tasks with a grain that may communicate.");
            case PRIMITIVE_ON_HUB ->
                new Text(
                        quoted + " communicates for a task, but the Hub reaches it.",
                        "Only a task that is being evaluated, on a Spoke, has somebody to communicate with. The Hub never"
                                + " begins: it answers.",
                        "Do it in the evaluator, and answer on the Hub in a handler: see `onAsk` and `onTell`.");
            case PRIMITIVE_OFFLINE ->
                new Text(
                        quoted + " communicates while its Spoke is offline.",
                        "A Spoke goes online just before it calls the evaluator, and offline just after. Only in between"
                                + " may a task communicate.",
                        "Do it in the evaluator, or in what that calls.");
            case REFLECTION ->
                new Text(
                        "What is called through " + quoted + more + " is only known when the program runs.",
                        NOT_GUESSED,
                        "See that nothing is called there that belongs elsewhere; or call it directly.");
            case NATIVE_CODE ->
                new Text(
                        quoted + more + " is native code.",
                        NOT_GUESSED,
                        "See that it does nothing that belongs elsewhere.");
            case UNRESOLVED_CLASS ->
                new Text(
                        "The class " + quoted + more + " is not on the class path.",
                        NOT_GUESSED,
                        "Add to the class path what the program needs when it runs.");
            case UNKNOWN_BOOTSTRAP ->
                new Text(
                        "What is called through " + quoted + more + " is only known when the program runs.",
                        NOT_GUESSED,
                        "See that nothing is called there that belongs elsewhere.");
            case HUB_PROPERTY_ON_SPOKE ->
                new Text(
                        "The system property " + quoted + " is set on the Hub, but read on a Spoke.",
                        "A Spoke is another process, with system properties of its own: it has this one only if its JVM"
                                + " was started with it, and that is not known here.",
                        "Pass the value in the task; or start the Spokes with it:"
                                + " `CloudOptions.withSpokeJvmFlags(List.of(\"-D" + subject + "=…\"))`.");
            case TIMEOUT_NOT_POSITIVE ->
                new Text(
                        quoted + " is no time at all.",
                        "A timeout is at least 1 ns: this call throws an IllegalArgumentException whenever it is reached.",
                        "Say how long it may take; there is no value for `for ever`, but a timeout may be as long as you"
                                + " like.");
            case TASK_OUTLASTS_EXECUTION ->
                new Text(
                        "All tasks together may take " + subject + ", but one of them alone " + more + ".",
                        "When the time of the execution has passed, `manage` ends every task that is still running: no task"
                                + " ever gets more. As a mere upper bound this may be meant.",
                        "Give the execution as long as its tasks need, one after the other on each Spoke; or the task no"
                                + " more than the execution.");
            case API_OUTLASTS_TASK ->
                new Text(
                        "The task may take " + subject + ", but the coprocess in it " + more + ".",
                        "When the time of the task has passed, its Spoke is ended with the coprocess: the coprocess's own"
                                + " timeout never passes, and a program that hangs costs a Spoke.",
                        "Give the coprocess less time than its task.");
            case TASK_NEVER_PUSHED ->
                new Text(
                        "This task is set up as far as " + quoted + ", and never pushed.",
                        "Only `push()` adds a task to those that `manage` takes. What the last call answers with is thrown"
                                + " away, so that nothing can push the task any more: it would be missing without a word.",
                        "End the expression with `.push()`, after all that must be set.");
            case UNKNOWN_PRELOAD ->
                new Text(
                        "Which classes " + quoted + more + " is given is only known when the program runs.",
                        "Spokes initialise these classes, and what that does was not checked.",
                        "Name the classes where they are passed, as in `modulePreload(Tables.class)`.");
        };
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;

/**
 * Every type of the runtime that generated code names, by name: the compiler does not depend on the runtime. A test
 * checks that each exists.
 */
final class RuntimeTypes {

    private static final String API = "org.spmjava.api";
    private static final String CLOSURE = API + ".closure";
    private static final String COMMUNICATION = API + ".communication";
    private static final String VALUE = API + ".value";
    private static final String COPROCESS = API + ".coprocess";
    private static final String WIRE = "net.openhft.chronicle.wire";

    /** Names of constants on which it depends what is generated. */
    static final String GENERAL = "GENERAL";

    static final String DECENTRALIZED = "DECENTRALIZED";
    static final String REPEAT = "REPEAT";

    static final ClassName CONCLUSION = ClassName.get(API, "Conclusion");
    static final ClassName GRAIN = ClassName.get(API, "Grain");
    static final ClassName PATTERN = ClassName.get(API, "Pattern");
    static final ClassName POLICY = ClassName.get(API, "Policy");
    static final ClassName POOL = ClassName.get(API, "Pool");
    static final ClassName SPOKE_COUNT = ClassName.get(API, "SpokeCount");
    static final ClassName STATUS_CALLBACK = ClassName.get(API, "StatusCallback");
    static final ClassName TASK_REF = ClassName.get(API, "TaskRef");
    static final ClassName TASK_STAT = ClassName.get(API, "TaskStat");
    static final ClassName TIMEOUT = ClassName.get(API, "Timeout");
    static final ClassName VIRTUAL_CLOUD = ClassName.get(API, "VirtualCloud");
    static final ClassName ASK_HANDLER = ClassName.get(COMMUNICATION, "AskHandler");
    static final ClassName CHANNEL = ClassName.get(COMMUNICATION, "Channel");
    static final ClassName REQUEST_REPLY = ClassName.get(COMMUNICATION, "RequestReply");
    static final ClassName TELL_HANDLER = ClassName.get(COMMUNICATION, "TellHandler");
    static final ClassName TASK_ERROR = ClassName.get(API + ".error", "SPMTaskError");
    static final ClassName INVARIANT_VIOLATION = ClassName.get(API + ".error", "SPMInvariantViolation");

    static final ClassName ARRAY_FIELDS = ClassName.get(CLOSURE, "ArrayFields");
    static final ClassName CONTAINER_FIELDS = ClassName.get(CLOSURE, "ContainerFields");
    static final ClassName COPIES = ClassName.get(CLOSURE, "Copies");
    static final ClassName EVALUATION_CONTEXT = ClassName.get(CLOSURE, "EvaluationContext");
    static final ClassName MANAGER_HANDLE = ClassName.get(CLOSURE, "ManagerHandle");
    static final ClassName PAYLOAD_CODEC = ClassName.get(CLOSURE, "PayloadCodec");
    static final ClassName REDUCTIONS = ClassName.get(CLOSURE, "Reductions");
    static final ClassName SNIPPETS = ClassName.get(CLOSURE, "Snippets");
    static final ClassName TASK_MANAGER_DEFINITION = ClassName.get(CLOSURE, "TaskManagerDefinition");
    static final ClassName TASK_META = ClassName.get(CLOSURE, "TaskMeta");
    static final ClassName WIRE_FIELDS = ClassName.get(CLOSURE, "WireFields");

    static final ClassName MIXED = ClassName.get(VALUE, "Mixed");
    static final ClassName MODULE_REF = ClassName.get(VALUE, "ModuleRef");
    static final ClassName SPM_RECORD = ClassName.get(VALUE, "SpmRecord");
    static final ClassName API_METHOD = ClassName.get(COPROCESS, "Api");

    static final ClassName WIRE_IN = ClassName.get(WIRE, "WireIn");
    static final ClassName WIRE_OUT = ClassName.get(WIRE, "WireOut");

    private RuntimeTypes() {}
}

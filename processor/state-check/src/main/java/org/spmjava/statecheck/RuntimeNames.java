package org.spmjava.statecheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the check looks for of the runtime and of generated code, by name: the compiler does not depend on either. */
final class RuntimeNames {

    private static final String VIRTUAL_CLOUD = "org.spmjava.api.VirtualCloud";
    private static final String MANAGER_HANDLE = "org.spmjava.api.closure.ManagerHandle";
    private static final String HUB_LINK = "org.spmjava.api.communication.HubLink";
    private static final String GRID_BLOCK = "org.spmjava.api.communication.GridBlock";
    private static final String AERON_CLOUD = "org.spmjava.aeron.AeronVirtualCloud";
    private static final String SERIAL_CLOUD = "org.spmjava.core.SerialVirtualCloud";

    private static final String HUB = descriptor("org.spmjava.api.annotation.Hub");
    private static final String SPOKE = descriptor("org.spmjava.api.annotation.Spoke");
    private static final String SELF = descriptor("org.spmjava.api.annotation.Self");
    private static final String OFFLINE = descriptor("org.spmjava.api.annotation.Offline");
    private static final String ONLINE = descriptor("org.spmjava.api.annotation.Online");

    /** What the runtime calls on the Hub, online: each type with its method. */
    static final Map<String, String> HUB_CALLBACKS = Map.of(
            internal("org.spmjava.api.StatusCallback"), "onStatus",
            internal("org.spmjava.api.communication.AskHandler"), "onAsk",
            internal("org.spmjava.api.communication.TellHandler"), "onTell");

    static final String DEFINITION = internal("org.spmjava.api.closure.TaskManagerDefinition");
    static final String EVALUATE = "evaluate";
    static final String GRAIN = "grain";
    static final FieldRef COARSE = new FieldRef(internal("org.spmjava.api.Grain"), "COARSE");

    static final String TIMEOUT = internal("org.spmjava.api.Timeout");
    static final String SHELL_ARGUMENTS = internal("org.spmjava.api.coprocess.Shell$Args");
    static final String SET_API_ARGUMENTS = "apiArgs";
    static final String SET_TIMEOUT = "timeout";
    static final String MANAGE = "manage";
    /** The manager, the pool, two numbers of Spokes, two timeouts. */
    static final int MANAGE_VALUES = 6;

    private static final String MODULE_REF = internal("org.spmjava.api.value.ModuleRef");
    private static final String HANDLE_FIELD = descriptor(MANAGER_HANDLE);

    /** Packages whose code is not followed. */
    private static final List<String> PACKAGES = List.of("org/spmjava/api/", "org/spmjava/core/", "org/spmjava/aeron/");

    private static final Set<String> HUB_OBJECTS = Set.of(
            internal(VIRTUAL_CLOUD),
            internal(MANAGER_HANDLE),
            internal("org.spmjava.api.Pool"),
            internal("org.spmjava.api.RunningTask"),
            internal("org.spmjava.api.SessionObserver"),
            internal("org.spmjava.api.StatusCallback"),
            internal("org.spmjava.api.TaskStatus"),
            internal("org.spmjava.api.communication.AskHandler"),
            internal("org.spmjava.api.communication.TellHandler"));

    private static final String MANAGER = "Manager";
    private static final String TASK = "Task";
    private static final String STAGE = "Stage";
    private static final String PUSH_STAGE = TASK + "$PushStage";

    /** The doors of the runtime. Every communicator is a {@code HubLink}, and all that it does is communication. */
    static final List<Door> DOORS = List.of(
            new Door(AERON_CLOUD, "create*", DoorKind.CLOUD),
            new Door(SERIAL_CLOUD, "create*", DoorKind.CLOUD),
            new Door(VIRTUAL_CLOUD, "define", DoorKind.DECLARATION),
            new Door(VIRTUAL_CLOUD, "intra*", DoorKind.SESSION),
            new Door(VIRTUAL_CLOUD, "inter*", DoorKind.SESSION),
            new Door(VIRTUAL_CLOUD, "observe", DoorKind.SESSION),
            new Door(VIRTUAL_CLOUD, "explain", DoorKind.SESSION),
            new Door(VIRTUAL_CLOUD, "close", DoorKind.SESSION),
            new Door(MANAGER_HANDLE, "push*", DoorKind.PUSH),
            new Door(MANAGER_HANDLE, "manage", DoorKind.MANAGE),
            new Door(MANAGER_HANDLE, "on*", DoorKind.HANDLER),
            new Door(MANAGER_HANDLE, "stop", DoorKind.STOP),
            new Door(MANAGER_HANDLE, "aggregate", DoorKind.AGGREGATE),
            new Door(HUB_LINK, "*", DoorKind.PRIMITIVE),
            new Door(GRID_BLOCK, "exchangeHalo", DoorKind.PRIMITIVE));

    private RuntimeNames() {}

    /** The side that an annotation declares. */
    static Side side(String annotation) {
        if (annotation.equals(HUB)) {
            return Side.HUB;
        } else if (annotation.equals(SPOKE)) {
            return Side.SPOKE;
        }
        return annotation.equals(SELF) ? Side.SELF : Side.UNSAID;
    }

    /** The line that an annotation declares. */
    static Line line(String annotation) {
        if (annotation.equals(ONLINE)) {
            return Line.ONLINE;
        }
        return annotation.equals(OFFLINE) ? Line.OFFLINE : Line.UNSAID;
    }

    static boolean isRuntime(String internalName) {
        for (String known : PACKAGES) {
            if (internalName.startsWith(known)) {
                return true;
            }
        }
        return false;
    }

    /** Whether objects of the type are the Hub's: a session, what it is made of, and what it calls. */
    static boolean isHubObject(String internalName) {
        return HUB_OBJECTS.contains(internalName);
    }

    /** Whether a class may be a generated manager. */
    static boolean isManagerName(String internalName) {
        return internalName.endsWith(MANAGER);
    }

    /** Whether a class is a generated manager: its name and its handle tell. */
    static boolean isManager(ClassFile candidate) {
        return isManagerName(candidate.name())
                && candidate.fields().stream()
                        .anyMatch(field -> field.descriptor().equals(HANDLE_FIELD));
    }

    /** The doors of generated managers, which do nothing but open the runtime's. */
    static Optional<DoorKind> doorOfManager(String method) {
        return switch (method) {
            case "define" -> Optional.of(DoorKind.DECLARATION);
            case "task" -> Optional.of(DoorKind.PUSH);
            case MANAGE -> Optional.of(DoorKind.MANAGE);
            case "onAsk", "onTell" -> Optional.of(DoorKind.HANDLER);
            case "stop" -> Optional.of(DoorKind.STOP);
            case "aggregate" -> Optional.of(DoorKind.AGGREGATE);
            default -> Optional.empty();
        };
    }

    /** The generated task whose stage this is, if the name is that of a stage. */
    static Optional<String> taskOfStage(String internalName) {
        int nested = internalName.lastIndexOf(TASK + "$");
        return nested > 0 && isStage(internalName)
                ? Optional.of(internalName.substring(0, nested + TASK.length()))
                : Optional.empty();
    }

    /** Whether a type may be a stage that sets up a task. */
    static boolean isStage(String internalName) {
        return internalName.endsWith(STAGE) && internalName.contains(TASK + "$");
    }

    /** The manager of a generated task. */
    static String managerOfTask(String task) {
        return task.substring(0, task.length() - TASK.length()) + MANAGER;
    }

    /** Whether a class is, or may be, nested in a generated task or manager. */
    static boolean isGenerated(String internalName) {
        return internalName.contains(TASK + "$") || internalName.contains(MANAGER + "$");
    }

    /** The name of the manager beside the generated stage whose {@code push()} is a door, if the name is such. */
    static Optional<String> managerOfPushStage(String internalName) {
        return internalName.endsWith(PUSH_STAGE)
                ? Optional.of(internalName.substring(0, internalName.length() - PUSH_STAGE.length()) + MANAGER)
                : Optional.empty();
    }

    static boolean isPush(String method) {
        return method.equals("push");
    }

    /** Whether the classes that a method is given are loaded by Spokes before they go online. */
    static boolean preloads(MethodRef method) {
        return method.name().equals("modulePreload") && method.owner().contains("Task$")
                || method.name().equals("of") && method.owner().equals(MODULE_REF);
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }

    private static String descriptor(String name) {
        return "L" + internal(name) + ";";
    }
}

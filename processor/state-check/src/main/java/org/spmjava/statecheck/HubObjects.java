package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which types have objects that no task can carry: a task carries values only. */
final class HubObjects {

    private static final Set<String> OF_JDK = Set.of(
            "java/lang/Process",
            "java/lang/Runnable",
            "java/lang/Thread",
            "java/util/Comparator",
            "java/util/Timer",
            "java/util/concurrent/Callable",
            "java/util/concurrent/CompletableFuture",
            "java/util/concurrent/Executor",
            "java/util/concurrent/ExecutorService",
            "java/util/concurrent/Future",
            "java/util/concurrent/ScheduledExecutorService");
    private static final List<String> PACKAGES_OF_JDK =
            List.of("java/io/", "java/net/", "java/nio/channels/", "java/sql/", "java/util/function/");

    private final ClassPath classes;
    private final Hierarchy hierarchy;

    HubObjects(ClassPath classes, Hierarchy hierarchy) {
        this.classes = classes;
        this.hierarchy = hierarchy;
    }

    /** @param type an internal name */
    boolean isOne(String type) {
        if (Step.concernsJdkOnly(type)) {
            return OF_JDK.contains(type) || PACKAGES_OF_JDK.stream().anyMatch(type::startsWith);
        } else if (hierarchy.supertypes(type).stream().anyMatch(RuntimeNames::isHubObject)) {
            return true;
        }
        Optional<ClassFile> file =
                classes.find(type).filter(found -> found.origin().isFollowed());
        return file.isPresent()
                && (file.get().isInterface() || RuntimeNames.isManager(file.get()) || holdsOne(file.get()));
    }

    /** Whether an instance has a field with such an object: it is as little to be sent as that. */
    private boolean holdsOne(ClassFile file) {
        return file.fields().stream()
                .filter(field -> !field.isStatic() && field.descriptor().startsWith("L"))
                .map(field -> field.descriptor().substring(1, field.descriptor().length() - 1))
                .anyMatch(type -> RuntimeNames.isHubObject(type)
                        || classes.find(type).filter(RuntimeNames::isManager).isPresent());
    }
}

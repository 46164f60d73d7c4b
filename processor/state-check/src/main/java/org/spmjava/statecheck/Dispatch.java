package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which methods a call may run. */
final class Dispatch {

    private final ClassPath classes;
    private final Hierarchy hierarchy;

    Dispatch(ClassPath classes, Hierarchy hierarchy) {
        this.classes = classes;
        this.hierarchy = hierarchy;
    }

    /**
     * The methods whose code is followed that a call may run.
     *
     * @param instances the types of which the caller's process makes instances: an object of another process is not
     *     there. Where it makes none that the call could mean, the object comes from where nobody sees, and may be of
     *     any type
     */
    List<Method> targets(MethodRef ref, Step.Kind kind, Set<String> instances) {
        return targets(ref, kind, instances, true);
    }

    /** The same, but an object that comes from where nobody sees is of exactly the type that the call names. */
    List<Method> nearTargets(MethodRef ref, Step.Kind kind, Set<String> instances) {
        return targets(ref, kind, instances, false);
    }

    private List<Method> targets(MethodRef ref, Step.Kind kind, Set<String> instances, boolean anyType) {
        Optional<Method> resolved = hierarchy.resolve(ref);
        if (resolved.isEmpty()) {
            return List.of();
        }
        if (kind != Step.Kind.VIRTUAL || !resolved.get().isOverridable()) {
            return List.of(resolved.get());
        }
        Set<String> subtypes = hierarchy.subtypes(ref.owner());
        List<String> made = new ArrayList<>();
        for (String subtype : subtypes) {
            if (instances.contains(subtype)) {
                made.add(subtype);
            }
        }
        if (!made.isEmpty()) {
            return implementations(ref, made);
        }
        return anyType
                ? implementations(ref, subtypes)
                : resolved.filter(method -> !method.isAbstract()).stream().toList();
    }

    private List<Method> implementations(MethodRef ref, Iterable<String> types) {
        Set<Method> found = new LinkedHashSet<>();
        for (String type : types) {
            boolean concrete =
                    classes.find(type).filter(file -> !file.isAbstract()).isPresent();
            if (concrete) {
                hierarchy
                        .resolve(new MethodRef(type, ref.name(), ref.descriptor()))
                        .filter(method -> !method.isAbstract())
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }
}

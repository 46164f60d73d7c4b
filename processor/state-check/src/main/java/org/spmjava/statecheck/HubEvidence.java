package org.spmjava.statecheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Code of the module that says nothing of its side, but must be the Hub's: it opens a door of the Hub, calls what is
 * annotated {@code @Hub}, or calls such code. A {@code main} that manages tasks is the usual case.
 */
final class HubEvidence {

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Doors doors;
    private final Map<Method, Set<Method>> callers = new LinkedHashMap<>();
    private final Set<Method> evident = new LinkedHashSet<>();

    HubEvidence(ClassPath classes, Hierarchy hierarchy, Doors doors) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.doors = doors;
    }

    /** @param onSpokes what a Spoke may run: if that opens a door of the Hub, it is wrong, and not the Hub's */
    Set<Method> find(Set<Method> onSpokes) {
        for (ClassFile file : classes.module()) {
            if (!isGenerated(file.name())) {
                for (Method method : file.methods()) {
                    boolean open = method.side() == Side.UNSAID && !onSpokes.contains(method);
                    if (open) {
                        method.steps().forEach(step -> look(method, step));
                    }
                }
            }
        }
        Deque<Method> open = new ArrayDeque<>(evident);
        while (!open.isEmpty()) {
            for (Method caller : callers.getOrDefault(open.remove(), Set.of())) {
                if (evident.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return evident;
    }

    private boolean isGenerated(String name) {
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name : name.substring(0, nested);
        return RuntimeNames.isManagerName(outer)
                && classes.find(outer).filter(RuntimeNames::isManager).isPresent();
    }

    private void look(Method method, Step step) {
        if (step instanceof Step.Call call) {
            look(method, call.target(), call.kind());
        } else if (step instanceof Step.Callback callback) {
            boolean later = hierarchy.isHubCallback(callback.type());
            if (!later) {
                look(method, callback.target(), callback.kind());
            }
        } else if (step instanceof Step.Creation creation && classes.origin(creation.type()) == Origin.MODULE) {
            hierarchy.calledBack(creation.type()).forEach(called -> calls(method, called));
        }
    }

    private void look(Method method, MethodRef ref, Step.Kind kind) {
        Optional<DoorKind> door = doors.find(ref);
        if (door.isPresent()) {
            if (door.get().side() == Side.HUB) {
                evident.add(method);
            }
        } else if (classes.origin(ref.owner()).isFollowed()) {
            Optional<Method> resolved = hierarchy.resolve(ref);
            resolved.ifPresent(target -> calls(method, target));
            boolean mayBeAnother = kind == Step.Kind.VIRTUAL
                    && resolved.filter(Method::isOverridable).isPresent();
            if (mayBeAnother) {
                for (String type : hierarchy.subtypesInModule(ref.owner())) {
                    hierarchy.resolve(ref.in(type)).ifPresent(target -> calls(method, target));
                }
            }
        }
    }

    private void calls(Method caller, Method called) {
        if (called.side() == Side.HUB) {
            evident.add(caller);
        } else if (called.side() == Side.UNSAID) {
            callers.computeIfAbsent(called, unused -> new LinkedHashSet<>()).add(caller);
        }
    }
}

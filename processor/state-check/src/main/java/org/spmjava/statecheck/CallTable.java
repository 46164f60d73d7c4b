package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which methods the calls of one process may run: those of the types of which it makes instances, as an object of
 * another process is not there. Where it makes none that a call could mean, the object comes from where nobody sees,
 * and may be of any type. Calls and instances may turn up in any order; each pair of them is looked at once.
 */
final class CallTable {

    /** A method that is called by name and chosen by the object. */
    private static final class Call {
        private final MethodRef ref;
        private final Method resolved;
        private final Set<Method> targets = new LinkedHashSet<>();
        /** The states in which it is called. */
        private final Set<State> states = new LinkedHashSet<>();

        private List<Method> inOrder;

        private Call(MethodRef ref, Method resolved) {
            this.ref = ref;
            this.resolved = resolved;
        }
    }

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    /** Whether an object that comes from where nobody sees is of exactly the type that the call names. */
    private final boolean near;

    private final BiConsumer<Method, State> onTarget;
    private final Map<MethodRef, Call> calls = new LinkedHashMap<>();
    private final Map<String, List<Call>> callsOf = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, List<String>> madeBelow = new HashMap<>();
    private List<Call> undecided = new ArrayList<>();

    /** @param onTarget told once of every method that may run, and of each state in which it is called */
    CallTable(ClassPath classes, Hierarchy hierarchy, boolean near, BiConsumer<Method, State> onTarget) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.near = near;
        this.onTarget = onTarget;
    }

    /** An instance of the type is there. */
    void make(String type) {
        if (!made.add(type)) {
            return;
        }
        boolean concrete = classes.find(type).filter(file -> !file.isAbstract()).isPresent();
        for (String above : hierarchy.supertypes(type)) {
            madeBelow.computeIfAbsent(above, unused -> new ArrayList<>()).add(type);
            if (concrete) {
                for (Call call : List.copyOf(callsOf.getOrDefault(above, List.of()))) {
                    addTarget(call, type);
                }
            }
        }
    }

    /** A method that a subclass may override is called. */
    void call(MethodRef ref, Method resolved, State state) {
        Call call = calls.get(ref);
        if (call == null) {
            call = new Call(ref, resolved);
            calls.put(ref, call);
            callsOf.computeIfAbsent(ref.owner(), unused -> new ArrayList<>()).add(call);
            List<String> instances = madeBelow.getOrDefault(ref.owner(), List.of());
            addTargets(call, instances);
            if (instances.isEmpty()) {
                undecided.add(call);
            }
        }
        if (call.states.add(state)) {
            for (Method target : List.copyOf(call.targets)) {
                onTarget.accept(target, state);
            }
        }
    }

    /**
     * Decides, of the calls of whose objects there is no instance, the next.
     *
     * @return whether there was one
     */
    boolean decideNext() {
        List<Call> open = new ArrayList<>(undecided);
        undecided = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Call call = open.get(i);
            if (!madeBelow.containsKey(call.ref.owner())) {
                undecided.addAll(open.subList(i + 1, open.size()));
                decide(call);
                return true;
            }
        }
        return false;
    }

    private void decide(Call call) {
        if (!near) {
            addTargets(call, hierarchy.subtypes(call.ref.owner()));
        } else if (!call.resolved.isAbstract()) {
            add(call, call.resolved);
        }
    }

    private void addTargets(Call call, Collection<String> types) {
        for (String type : types) {
            if (classes.find(type).filter(file -> !file.isAbstract()).isPresent()) {
                addTarget(call, type);
            }
        }
    }

    private void addTarget(Call call, String type) {
        Optional<Method> target = hierarchy.resolve(call.ref.in(type));
        if (target.isPresent() && !target.get().isAbstract()) {
            add(call, target.get());
        }
    }

    private void add(Call call, Method target) {
        if (call.targets.add(target)) {
            call.inOrder = null;
            for (State state : List.copyOf(call.states)) {
                onTarget.accept(target, state);
            }
        }
    }

    /** The methods that a call may run, in order. */
    List<Method> targets(MethodRef ref) {
        Call call = calls.get(ref);
        if (call == null) {
            return List.of();
        }
        if (call.inOrder == null) {
            call.inOrder = call.targets.stream()
                    .sorted((one, other) -> one.ref().compareTo(other.ref()))
                    .toList();
        }
        return call.inOrder;
    }
}

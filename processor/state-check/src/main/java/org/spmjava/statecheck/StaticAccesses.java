package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with the static fields that code of both sides uses: by itself, by a method that is handed the object,
 * or after a method returned it. Only methods that have to do with such a field are looked at closely.
 */
final class StaticAccesses {

    /** Is told of each access. */
    interface Sink {
        void accept(Node node, FieldRef field, Access access);
    }

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Flows flows;

    StaticAccesses(ClassPath classes, Hierarchy hierarchy, Flows flows) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.flows = flows;
    }

    /** In the order of the distance of the nodes, and then of the lines. */
    void find(Reach reach, Sink sink) {
        if (used(reach, Side.HUB, Map.of()).isEmpty()) {
            return;
        }
        Map<FieldRef, Set<FieldRef>> aliases = aliases(reach);
        Set<FieldRef> shared = shared(reach, aliases);
        if (shared.isEmpty()) {
            return;
        }
        Set<Method> looked = looked(reach, shared);
        for (Node node : reach.nodes()) {
            boolean known = node.state().side() == Side.HUB || node.state().side() == Side.SPOKE;
            if (known && looked.contains(node.method())) {
                tell(node, flows.of(node.method()).ofStatics(), shared, aliases, sink);
            }
            if (known) {
                tell(node, handedOut(node, node.from().isEmpty(), looked), shared, aliases, sink);
            }
        }
    }

    private void tell(
            Node node, List<Access> accesses, Set<FieldRef> shared, Map<FieldRef, Set<FieldRef>> aliases, Sink sink) {
        for (Access access : accesses) {
            FieldRef field = declared(((Source.Static) access.source().root()).field());
            boolean writes = access.kind() == Access.Kind.ASSIGN || access.kind() == Access.Kind.CHANGE;
            // What a library does inside with what is its own, it does for each process.
            boolean counts = classes.origin(field.owner()) == Origin.MODULE
                    || !writes
                    || node.method().owner().origin() == Origin.MODULE;
            if (shared.contains(field) && counts && !begins(node.method(), field)) {
                sink.accept(node, field, access);
                if (access.kind() == Access.Kind.CHANGE) {
                    aliases.getOrDefault(field, Set.of()).forEach(other -> sink.accept(node, other, access));
                }
            }
        }
    }

    /** Whether the method is the static initialiser of the field's class: it gives the first value in every process. */
    private static boolean begins(Method method, FieldRef field) {
        return method.ref().owner().equals(field.owner()) && method.ref().name().equals(MethodRef.INITIALISER);
    }

    /** What a method returns that is called by code that is not followed, is read there. */
    private List<Access> handedOut(Node node, boolean begins, Set<Method> looked) {
        List<Access> read = new ArrayList<>();
        if (begins && looked.contains(node.method())) {
            addReturned(node.method(), node.method().firstLine().orElse(0), read);
        }
        for (Step step : node.method().steps()) {
            if (step instanceof Step.Callback callback) {
                for (Method target : hierarchy.targets(callback.target(), callback.kind())) {
                    if (looked.contains(target)) {
                        addReturned(target, callback.line(), read);
                    }
                }
            }
        }
        return read;
    }

    private void addReturned(Method method, int line, List<Access> read) {
        flows.of(method).returned().stream()
                .filter(source -> source.root() instanceof Source.Static)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(source -> read.add(new Access(source, Access.Kind.READ, line, Optional.empty())));
    }

    /** The fields that code of both sides uses, under their own name or under another. */
    private Set<FieldRef> shared(Reach reach, Map<FieldRef, Set<FieldRef>> aliases) {
        Set<FieldRef> shared = used(reach, Side.HUB, aliases);
        if (!shared.isEmpty()) {
            shared.retainAll(used(reach, Side.SPOKE, aliases));
        }
        return shared;
    }

    private Set<FieldRef> used(Reach reach, Side side, Map<FieldRef, Set<FieldRef>> aliases) {
        Set<FieldRef> used = new HashSet<>();
        for (Node node : reach.nodes()) {
            if (node.state().side() == side) {
                for (Step step : node.method().steps()) {
                    if (step instanceof Step.StaticField use) {
                        FieldRef field = declared(use.field());
                        if (isOfInterest(field) && !begins(node.method(), field) && used.add(field)) {
                            used.addAll(aliases.getOrDefault(field, Set.of()));
                        }
                    }
                }
            }
        }
        return used;
    }

    private boolean isOfInterest(FieldRef field) {
        return classes.origin(field.owner()).isFollowed() && !field.name().contains("$");
    }

    /** The static fields that may hold the same object, by each of them. */
    private Map<FieldRef, Set<FieldRef>> aliases(Reach reach) {
        Map<FieldRef, Set<FieldRef>> groups = new HashMap<>();
        Set<Method> seen = new HashSet<>();
        for (Node node : reach.nodes()) {
            Method method = node.method();
            if (method.owner().origin() == Origin.MODULE && seen.add(method) && mayAlias(method)) {
                flows.of(method).aliases().forEach((field, others) -> {
                    Set<FieldRef> group = new LinkedHashSet<>(Set.of(declared(field)));
                    others.forEach(other -> group.add(declared(other)));
                    for (FieldRef member : List.copyOf(group)) {
                        group.addAll(groups.getOrDefault(member, Set.of()));
                    }
                    if (group.size() > 1) {
                        group.forEach(member -> groups.put(member, group));
                    }
                });
            }
        }
        Map<FieldRef, Set<FieldRef>> others = new HashMap<>();
        groups.forEach((field, group) -> {
            Set<FieldRef> rest = new LinkedHashSet<>(group);
            rest.remove(field);
            others.put(field, rest);
        });
        return others;
    }

    /** Whether it reads one static field of the module's and writes another. */
    private boolean mayAlias(Method method) {
        boolean writes = false;
        boolean reads = false;
        for (Step step : method.steps()) {
            if (step instanceof Step.StaticField use && isObject(use.field())) {
                writes |= use.writes();
                reads |= !use.writes();
            }
        }
        return writes && reads;
    }

    private boolean isObject(FieldRef ref) {
        FieldRef field = declared(ref);
        return classes.origin(field.owner()) == Origin.MODULE
                && classes.find(field.owner())
                        .flatMap(file -> file.field(field.name()))
                        .filter(found -> !JdkMethods.isImmutable(found.descriptor()))
                        .isPresent();
    }

    /** The methods to look at: those that use such a field, and those that call one that returns its object. */
    private Set<Method> looked(Reach reach, Set<FieldRef> shared) {
        Set<Method> methods = new LinkedHashSet<>();
        reach.nodes().forEach(node -> methods.add(node.method()));
        Set<Method> looked = new HashSet<>();
        Set<Signature> returning = new HashSet<>();
        for (Method method : methods) {
            if (uses(method, shared)) {
                looked.add(method);
                addIfReturning(method, returning);
            }
        }
        int before = -1;
        while (!returning.isEmpty() && before < looked.size()) {
            before = looked.size();
            for (Method method : methods) {
                if (!looked.contains(method) && callsOne(method, returning, looked)) {
                    looked.add(method);
                    addIfReturning(method, returning);
                }
            }
        }
        return looked;
    }

    private boolean uses(Method method, Set<FieldRef> shared) {
        for (Step step : method.steps()) {
            if (step instanceof Step.StaticField use && shared.contains(declared(use.field()))) {
                return true;
            }
        }
        return false;
    }

    private void addIfReturning(Method method, Set<Signature> returning) {
        boolean returns = flows.of(method).returned().stream().anyMatch(from -> from.root() instanceof Source.Static);
        if (returns) {
            returning.add(method.ref().signature());
        }
    }

    private boolean callsOne(Method method, Set<Signature> returning, Set<Method> looked) {
        for (Step step : method.steps()) {
            if (step instanceof Step.Call call
                    && returning.contains(call.target().signature())
                    && hierarchy.targets(call.target(), call.kind()).stream().anyMatch(looked::contains)) {
                return true;
            }
        }
        return false;
    }

    /** The field that a name means: a class's own, or one that it inherits. */
    private FieldRef declared(FieldRef field) {
        Optional<ClassFile> owner = classes.find(field.owner());
        if (owner.isEmpty() || owner.get().field(field.name()).isPresent()) {
            return field;
        }
        for (String type : hierarchy.supertypes(field.owner())) {
            if (classes.find(type).flatMap(file -> file.field(field.name())).isPresent()) {
                return new FieldRef(type, field.name());
            }
        }
        return field;
    }
}

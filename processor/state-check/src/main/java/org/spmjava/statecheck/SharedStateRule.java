package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values in static fields that one process sets and another reads. A field that Spokes both set and read is theirs: a
 * cache, a counter of their own.
 */
final class SharedStateRule {

    /** Where a field is used. */
    private record Use(Node node, int line) {}

    /** The nearest uses of a field, by who uses it how. */
    private static final class Uses {
        private Use hubReads;
        private Use hubWrites;
        private Use spokeReads;
        private Use spokeWrites;
        private boolean spokeWritesAsHub;
    }

    /** A field that is set in one process and read in another. */
    record Shared(FindingCode code, FieldRef field, Node setAt, int setLine, Node readAt, int readLine) {}

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Map<FieldRef, Uses> fields = new LinkedHashMap<>();

    SharedStateRule(ClassPath classes, Hierarchy hierarchy) {
        this.classes = classes;
        this.hierarchy = hierarchy;
    }

    List<Shared> check(Reach reach) {
        Set<Method> hubMethods = new HashSet<>();
        for (Node node : reach.nodes()) {
            if (node.state().side() == Side.HUB) {
                hubMethods.add(node.method());
            }
        }
        for (Node node : reach.nodes()) {
            for (Step step : node.method().steps()) {
                if (step instanceof Step.StaticField field) {
                    look(node, field, hubMethods.contains(node.method()));
                }
            }
        }
        List<Shared> found = new ArrayList<>();
        fields.forEach((field, uses) -> {
            if (uses.hubWrites != null && uses.spokeReads != null && uses.spokeWrites == null) {
                found.add(shared(FindingCode.HUB_VALUE_ON_SPOKE, field, uses.hubWrites, uses.spokeReads));
            }
            boolean onlySpokesSet = uses.spokeWrites != null && uses.spokeReads == null && !uses.spokeWritesAsHub;
            if (onlySpokesSet && uses.hubReads != null) {
                found.add(shared(FindingCode.SPOKE_VALUE_ON_HUB, field, uses.spokeWrites, uses.hubReads));
            }
        });
        return found;
    }

    private static Shared shared(FindingCode code, FieldRef field, Use set, Use read) {
        return new Shared(code, field, set.node(), set.line(), read.node(), read.line());
    }

    private void look(Node node, Step.StaticField step, boolean hubDoesSo) {
        Side side = node.state().side();
        boolean known = side == Side.HUB || side == Side.SPOKE;
        FieldRef field = declared(step.field());
        boolean begins = node.method().ref().owner().equals(field.owner())
                && node.method().ref().name().equals(MethodRef.INITIALISER);
        if (!known
                || begins
                || classes.origin(field.owner()) != Origin.MODULE
                || field.name().contains("$")) {
            return;
        }
        Uses uses = fields.computeIfAbsent(field, unused -> new Uses());
        Use use = new Use(node, step.line());
        if (writes(step)) {
            if (side == Side.HUB) {
                uses.hubWrites = nearest(uses.hubWrites, use);
            } else {
                uses.spokeWrites = nearest(uses.spokeWrites, use);
                uses.spokeWritesAsHub |= hubDoesSo;
            }
        }
        if (reads(step)) {
            if (side == Side.HUB) {
                uses.hubReads = nearest(uses.hubReads, use);
            } else {
                uses.spokeReads = nearest(uses.spokeReads, use);
            }
        }
    }

    /** Nodes come in the order of their distance. */
    private static Use nearest(Use first, Use next) {
        return first == null ? next : first;
    }

    /** The field that a name means: a class's own, or one that it inherits. */
    private FieldRef declared(FieldRef field) {
        for (String type : hierarchy.supertypes(field.owner())) {
            if (classes.find(type)
                    .filter(file -> file.fields().containsKey(field.name()))
                    .isPresent()) {
                return new FieldRef(type, field.name());
            }
        }
        return field;
    }

    private boolean writes(Step.StaticField step) {
        return switch (step.use()) {
            case WRITE, READ_AND_WRITE -> true;
            case READ -> false;
            case CALL, CALL_FOR_RESULT -> changes(step);
        };
    }

    private boolean reads(Step.StaticField step) {
        return switch (step.use()) {
            case READ, READ_AND_WRITE, CALL_FOR_RESULT -> true;
            case WRITE -> false;
            case CALL -> !changes(step);
        };
    }

    private boolean changes(Step.StaticField step) {
        return step.through()
                .flatMap(hierarchy::resolve)
                .filter(Method::writesOwnFields)
                .isPresent();
    }
}

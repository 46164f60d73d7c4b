package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Values in static fields that one process sets and another reads. A field that Spokes both set and read is theirs: a
 * cache, a counter of their own.
 */
final class SharedStateRule {

    /** What a node does with a field. */
    private record Use(Node node, Access access) {

        boolean assigns() {
            return access.kind() == Access.Kind.ASSIGN;
        }

        boolean writes() {
            return assigns() || access.kind() == Access.Kind.CHANGE;
        }

        /** Whether this read sees what that write does: in another part of the object, it does not. */
        boolean sees(Use write) {
            if (write.assigns()) {
                return !writes();
            }
            return access.kind() == Access.Kind.READ && overlaps(write);
        }

        boolean overlaps(Use other) {
            Optional<String> part = access.source().part();
            Optional<String> otherPart = other.access.source().part();
            return part.isEmpty() || otherPart.isEmpty() || part.equals(otherPart);
        }
    }

    /** The uses of a field, the nearest first. */
    private static final class Uses {
        private final List<Use> onHub = new ArrayList<>();
        private final List<Use> onSpokes = new ArrayList<>();
    }

    /** A field that is set in one process and read in another. */
    record Shared(FindingCode code, FieldRef field, Access written, Node writtenAt, Node readAt, int readLine) {

        /** What people call that which is written. */
        String name() {
            return Names.field(field)
                    + written.source().part().map(part -> "." + part).orElse("");
        }

        /** Whether another value takes the place of this; or else something in it changes. */
        boolean isSet() {
            return written.kind() == Access.Kind.ASSIGN;
        }
    }

    private record Conflict(Use write, Use read) {}

    private final HubObjects hubObjects;
    private final StaticAccesses accesses;

    SharedStateRule(HubObjects hubObjects, StaticAccesses accesses) {
        this.hubObjects = hubObjects;
        this.accesses = accesses;
    }

    List<Shared> check(Reach reach) {
        Set<Method> hubMethods = new HashSet<>();
        for (Node node : reach.nodes()) {
            if (node.state().side() == Side.HUB) {
                hubMethods.add(node.method());
            }
        }
        Map<FieldRef, Uses> fields = new LinkedHashMap<>();
        accesses.find(reach, (node, field, access) -> {
            Uses uses = fields.computeIfAbsent(field, unused -> new Uses());
            (node.state().side() == Side.HUB ? uses.onHub : uses.onSpokes).add(new Use(node, access));
        });
        List<Shared> found = new ArrayList<>();
        fields.forEach((field, uses) -> {
            hubToSpoke(uses, hubMethods).ifPresent(conflict -> {
                boolean isObject = conflict.write()
                        .access()
                        .stored()
                        .filter(hubObjects::isOne)
                        .isPresent();
                FindingCode code = isObject ? FindingCode.HUB_OBJECT_ON_SPOKE : FindingCode.HUB_VALUE_ON_SPOKE;
                found.add(shared(code, field, conflict));
            });
            spokeToHub(uses, hubMethods)
                    .ifPresent(conflict -> found.add(shared(FindingCode.SPOKE_VALUE_ON_HUB, field, conflict)));
        });
        return found;
    }

    private static Shared shared(FindingCode code, FieldRef field, Conflict conflict) {
        Use write = conflict.write();
        Use read = conflict.read();
        return new Shared(
                code,
                field,
                write.access(),
                write.node(),
                read.node(),
                read.access().line());
    }

    /**
     * An object that both sides make for themselves when they first need it is another on each side: what only the Hub
     * does to it then, the Spoke's does not show.
     */
    private static Optional<Conflict> hubToSpoke(Uses uses, Set<Method> hubMethods) {
        return first(
                uses.onHub,
                uses.onSpokes,
                write -> uses.onSpokes.stream()
                        .filter(Use::writes)
                        .noneMatch(own -> write.assigns()
                                || (own.assigns()
                                        ? !hubMethods.contains(own.node().method())
                                        : own.overlaps(write))));
    }

    private static Optional<Conflict> spokeToHub(Uses uses, Set<Method> hubMethods) {
        return first(
                uses.onSpokes,
                uses.onHub,
                write -> !hubMethods.contains(write.node().method())
                        && uses.onSpokes.stream()
                                .noneMatch(own -> own.access().kind() == Access.Kind.READ && own.sees(write)));
    }

    /** The nearest write that counts and that is read on the other side, and the nearest such read. */
    private static Optional<Conflict> first(List<Use> writing, List<Use> reading, Predicate<Use> counts) {
        for (Use write : writing) {
            if (write.writes()) {
                Optional<Use> read =
                        reading.stream().filter(use -> use.sees(write)).findFirst();
                if (read.isPresent() && counts.test(write)) {
                    return Optional.of(new Conflict(write, read.get()));
                }
            }
        }
        return Optional.empty();
    }
}

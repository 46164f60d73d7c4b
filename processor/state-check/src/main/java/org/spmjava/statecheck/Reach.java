package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was reached, in the order of the distance from where code begins, and by which way. */
final class Reach {

    /** Where a node was first reached from; no node where code begins. */
    private record Arrival(Optional<Node> from, int line) {}

    /** A step that breaks a rule. */
    record Violation(FindingCode code, Node at, int line, Target target) {}

    /** A step that cannot be followed. */
    record Unknown(FindingCode code, String what, Node at, int line) {}

    /** A node of a way, and the line where the way leaves it. */
    record Hop(Node node, int line) {}

    private final Map<Node, Arrival> arrivals = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Unknown> unknowns = new LinkedHashSet<>();

    /** A node where code begins, for the first time. */
    void begin(Node node) {
        arrivals.put(node, new Arrival(Optional.empty(), 0));
    }

    /** A node that is reached for the first time. */
    void arrive(Node from, int line, Node node) {
        arrivals.put(node, new Arrival(Optional.of(from), line));
    }

    void add(Violation violation) {
        violations.add(violation);
    }

    void add(Unknown unknown) {
        unknowns.add(unknown);
    }

    /** Adds what another traversal reached, unless it is here already. */
    void addAll(Reach other) {
        other.arrivals.forEach(arrivals::putIfAbsent);
        violations.addAll(other.violations);
        unknowns.addAll(other.unknowns);
    }

    Set<Node> nodes() {
        return Collections.unmodifiableSet(arrivals.keySet());
    }

    /** Whether code begins there. */
    boolean isBeginning(Node node) {
        return arrivals.get(node).from().isEmpty();
    }

    List<Violation> violations() {
        return violations;
    }

    Set<Unknown> unknowns() {
        return unknowns;
    }

    /** The shortest way from where code begins to a line of a node. */
    List<Hop> way(Node node, int line) {
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop(node, line));
        Arrival arrival = arrivals.get(node);
        while (arrival != null && arrival.from().isPresent()) {
            Node from = arrival.from().get();
            hops.add(new Hop(from, arrival.line()));
            arrival = arrivals.get(from);
        }
        Collections.reverse(hops);
        return hops;
    }
}

package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was reached, in the order of the distance from where code begins, and by which way. */
final class Reach {

    /** A step that breaks a rule. */
    record Violation(FindingCode code, Node at, int line, Target target) {}

    /** A step that cannot be followed. */
    record Unknown(FindingCode code, String what, Node at, int line) {}

    /** A node of a way, and the line where the way leaves it. */
    record Hop(Node node, int line) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Set<Unknown> unknowns = new LinkedHashSet<>();

    /** A node where code begins; what was reached before keeps the way by which it was. */
    void begin(Node node) {
        if (node.reachedBy(Optional.empty(), 0)) {
            nodes.add(node);
        }
    }

    /** A node that is reached from another. */
    void arrive(Node from, int line, Node node) {
        if (node.reachedBy(Optional.of(from), line)) {
            nodes.add(node);
        }
    }

    void add(Violation violation) {
        violations.add(violation);
    }

    void add(Unknown unknown) {
        unknowns.add(unknown);
    }

    /** Each once. */
    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
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
        Node at = node;
        while (at.from().isPresent()) {
            hops.add(new Hop(at.from().get(), at.lineFrom()));
            at = at.from().get();
        }
        Collections.reverse(hops);
        return hops;
    }
}

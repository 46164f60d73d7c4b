package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** System properties that code on the Hub sets and code on a Spoke reads. */
final class PropertyRule {

    private static final Set<String> READERS = Set.of("getProperty", "getInteger", "getLong", "getBoolean");

    /** Where a property is set, and where it is read. */
    record Shared(String property, Node setAt, int setLine, Node readAt, int readLine) {}

    private record Use(Node node, int line) {}

    private final Constants constants;

    PropertyRule(Constants constants) {
        this.constants = constants;
    }

    List<Shared> check(Reach reach) {
        Map<String, Use> set = uses(reach, Side.HUB, true);
        if (set.isEmpty()) {
            return List.of();
        }
        Map<String, Use> read = uses(reach, Side.SPOKE, false);
        Map<String, Use> own = uses(reach, Side.SPOKE, true);
        List<Shared> shared = new ArrayList<>();
        set.forEach((property, use) -> {
            Use other = read.get(property);
            if (other != null && !own.containsKey(property)) {
                shared.add(new Shared(property, use.node(), use.line(), other.node(), other.line()));
            }
        });
        return shared;
    }

    /** The nearest use of each property. */
    private Map<String, Use> uses(Reach reach, Side side, boolean sets) {
        Map<String, Use> uses = new LinkedHashMap<>();
        for (Node node : reach.nodes()) {
            boolean ours = side == Side.SPOKE || node.method().owner().origin() == Origin.MODULE;
            boolean matters = node.state().side() == side && ours && has(node.method(), sets);
            if (matters) {
                for (Constants.Call call : constants.calls(node.method())) {
                    Optional<String> key =
                            matches(call.target(), sets) ? call.values().get(0).as(String.class) : Optional.empty();
                    key.ifPresent(property -> uses.putIfAbsent(property, new Use(node, call.line())));
                }
            }
        }
        return uses;
    }

    private static boolean has(Method method, boolean sets) {
        for (Step step : method.steps()) {
            if (step instanceof Step.Property use && use.sets() == sets) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(MethodRef method, boolean sets) {
        return sets ? sets(method.owner(), method.name()) : reads(method.owner(), method.name());
    }

    static boolean sets(String owner, String name) {
        return owner.equals("java/lang/System") && name.equals("setProperty");
    }

    static boolean reads(String owner, String name) {
        return READERS.contains(name)
                && (owner.equals("java/lang/System")
                        || owner.equals("java/lang/Integer")
                        || owner.equals("java/lang/Long")
                        || owner.equals("java/lang/Boolean"));
    }
}

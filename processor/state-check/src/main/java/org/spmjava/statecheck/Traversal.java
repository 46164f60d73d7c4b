package org.spmjava.statecheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the steps of code from where it begins, breadth first. Which instances a process makes decides which methods
 * its calls may run, and that in turn which instances it makes: so the way is gone again until nothing new turns up.
 */
final class Traversal {

    private final ClassPath classes;
    private final Hierarchy hierarchy;
    private final Dispatch dispatch;
    private final Doors doors;
    /** For looking up, and never gone through: their order is not kept. */
    private final Map<Side, Set<String>> instances = new EnumMap<>(Side.class);

    private Reach reach = new Reach();
    private Deque<Node> open = new ArrayDeque<>();

    /** @param hubInstances types of which code that is not known to run on a Spoke makes instances */
    Traversal(ClassPath classes, Hierarchy hierarchy, Dispatch dispatch, Doors doors, Set<String> hubInstances) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.dispatch = dispatch;
        this.doors = doors;
        instances.put(Side.SPOKE, new HashSet<>());
        instances.put(Side.SELF, new HashSet<>());
        instances.put(Side.HUB, new HashSet<>(hubInstances));
        instances.put(Side.UNSAID, instances.get(Side.HUB));
    }

    /** Goes all ways that begin at these nodes and callbacks. */
    Reach follow(List<Node> roots, List<Roots.StatusCallback> callbacks) {
        for (Node root : roots) {
            if (!root.method().isStatic()) {
                made(root.state()).addAll(hierarchy.subtypes(root.method().ref().owner()));
            }
        }
        int before;
        do {
            before = countInstances();
            reach = new Reach();
            open = new ArrayDeque<>();
            roots.forEach(this::begin);
            callbacks.forEach(this::begin);
            while (!open.isEmpty()) {
                follow(open.remove());
            }
        } while (countInstances() > before);
        return reach;
    }

    private int countInstances() {
        return instances.values().stream().mapToInt(Set::size).sum();
    }

    private Set<String> made(State state) {
        return instances.get(state.side());
    }

    private void begin(Node root) {
        if (reach.begin(root)) {
            open.add(root);
        }
    }

    /** A status callback begins anew: it is called online, whatever was the case where it was handed over. */
    private void begin(Roots.StatusCallback callback) {
        Node creator = new Node(callback.creator(), callback.state());
        for (Method method : targets(callback.target(), callback.kind(), callback.state())) {
            if (!isBroken(creator, callback.line(), Target.of(method), callback.state())) {
                begin(new Node(method, callback.state().enter(method.side(), method.line())));
            }
        }
    }

    private void follow(Node node) {
        for (Step step : node.method().steps()) {
            if (step instanceof Step.Call call) {
                reach(node, call.line(), call.target(), call.kind(), node.state());
            } else if (step instanceof Step.Creation creation) {
                create(node, creation);
            } else if (step instanceof Step.Callback callback) {
                handOn(node, callback);
            } else if (step instanceof Step.StaticField field) {
                initialise(node, field.line(), field.field().owner());
            } else if (step instanceof Step.Obscure obscure) {
                unknown(node, obscure.line(), obscure.code(), obscure.what());
            }
        }
    }

    private void create(Node node, Step.Creation creation) {
        String type = creation.type();
        made(node.state()).add(type);
        initialise(node, creation.line(), type);
        if (!classes.origin(type).isFollowed()) {
            return;
        }
        for (Method method : hierarchy.calledBack(type)) {
            // Whether it is ever called here, nobody knows; what its annotations promise is checked by itself.
            if (!method.isAnnotated()) {
                arrive(node, creation.line(), method, node.state().handedOn());
            }
        }
    }

    private void handOn(Node node, Step.Callback callback) {
        if (!hierarchy.supertypes(callback.type()).contains(RuntimeNames.STATUS_CALLBACK)) {
            made(node.state()).add(callback.type());
            reach(
                    node,
                    callback.line(),
                    callback.target(),
                    callback.kind(),
                    node.state().handedOn());
        }
    }

    private void reach(Node node, int line, MethodRef ref, Step.Kind kind, State state) {
        Optional<DoorKind> door = doors.find(ref);
        if (door.isPresent()) {
            isBroken(node, line, new Target(ref, hierarchy.resolve(ref), door), state);
            return;
        }
        if (kind == Step.Kind.STATIC) {
            initialise(node, line, ref.owner());
        }
        Origin origin = classes.origin(ref.owner());
        if (origin == Origin.MISSING) {
            unknown(node, line, FindingCode.UNRESOLVED_CLASS, Names.type(ref.owner()));
        }
        if (!origin.isFollowed()) {
            return;
        }
        State inside = state;
        Optional<Method> declared = hierarchy.resolve(ref).filter(Method::isAnnotated);
        if (declared.isPresent()) {
            if (isBroken(node, line, Target.of(declared.get()), state)) {
                return;
            }
            inside = state.enter(declared.get().side(), declared.get().line());
        }
        for (Method method : targets(ref, kind, state)) {
            if (method.isNative()) {
                unknown(node, line, FindingCode.NATIVE_CODE, Names.method(method.ref()));
            }
            if (!isBroken(node, line, Target.of(method), inside)) {
                arrive(node, line, method, inside.enter(method.side(), method.line()));
            }
        }
    }

    /** Code for either side is checked with what it makes itself; what each side hands it is followed from there. */
    private List<Method> targets(MethodRef ref, Step.Kind kind, State state) {
        return state.side() == Side.SELF
                ? dispatch.nearTargets(ref, kind, made(state))
                : dispatch.targets(ref, kind, made(state));
    }

    private void initialise(Node node, int line, String type) {
        for (Method initialiser : hierarchy.initialisers(type)) {
            arrive(node, line, initialiser, node.state().initialising());
        }
    }

    private void arrive(Node from, int line, Method method, State state) {
        Node node = new Node(method, state);
        if (method.owner().origin().isFollowed() && reach.arrive(from, line, node)) {
            open.add(node);
        }
    }

    private boolean isBroken(Node node, int line, Target target, State state) {
        Optional<FindingCode> code = CallRules.broken(state, target);
        code.ifPresent(broken -> reach.add(new Reach.Violation(broken, node, line, target)));
        return code.isPresent();
    }

    private void unknown(Node node, int line, FindingCode code, String what) {
        if (node.state().isRestricted()) {
            reach.add(new Reach.Unknown(code, what, node, line));
        }
    }
}

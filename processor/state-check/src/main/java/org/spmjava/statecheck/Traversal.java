package org.spmjava.statecheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the steps of code from where it begins, breadth first. Which instances a process makes decides which methods
 * its calls may run, and that in turn which instances it makes: so the way is gone twice, once to learn that, and once
 * more, knowing it, by the shortest way.
 */
final class Traversal {

    private final Hierarchy hierarchy;
    private final Linker linker;
    private final Map<Side, CallTable> tables = new EnumMap<>(Side.class);
    private final Set<String> hubInstances;

    private final Reach reach;
    private final Deque<Node> open = new ArrayDeque<>();
    /** Which time the way is gone: another object each time. */
    private Object time = new Object();

    private boolean learns;

    /**
     * @param reach takes what is reached
     * @param hubInstances types of which code that is not known to run on a Spoke makes instances; in order
     */
    Traversal(ClassPath classes, Hierarchy hierarchy, Linker linker, Reach reach, Set<String> hubInstances) {
        this.hierarchy = hierarchy;
        this.linker = linker;
        this.reach = reach;
        this.hubInstances = hubInstances;
        tables.put(Side.SPOKE, new CallTable(classes, hierarchy, false, this::mayRun));
        // Code for either side is checked with what it makes itself; what each side hands it is followed from there.
        tables.put(Side.SELF, new CallTable(classes, hierarchy, true, this::mayRun));
        tables.put(Side.HUB, new CallTable(classes, hierarchy, false, this::mayRun));
        tables.put(Side.UNSAID, tables.get(Side.HUB));
    }

    /** Goes all ways that begin at these nodes and callbacks. */
    void follow(List<Node> roots, List<Roots.HubCallback> callbacks) {
        learns = true;
        hubInstances.forEach(tables.get(Side.HUB)::make);
        for (Node root : roots) {
            if (!root.method().isStatic()) {
                hierarchy.subtypes(root.method().ref().owner()).forEach(table(root.state())::make);
            }
        }
        roots.forEach(this::begin);
        callbacks.forEach(this::begin);
        do {
            followAll();
        } while (decideNext());
        learns = false;
        time = new Object();
        roots.forEach(this::begin);
        callbacks.forEach(this::begin);
        followAll();
    }

    private void followAll() {
        while (!open.isEmpty()) {
            follow(open.remove());
        }
    }

    private boolean decideNext() {
        return tables.get(Side.SPOKE).decideNext()
                || tables.get(Side.SELF).decideNext()
                || tables.get(Side.HUB).decideNext();
    }

    private CallTable table(State state) {
        return tables.get(state.side());
    }

    /** Of a call in this state it turned out that it may run the method. */
    private void mayRun(Method method, State state) {
        if (CallRules.broken(state, Target.of(method)).isEmpty()) {
            begin(method.in(state.enter(method.side(), method.line())));
        }
    }

    private void begin(Node root) {
        if (root.method().owner().origin().isFollowed() && root.isNewTo(time)) {
            if (!learns) {
                reach.begin(root);
            }
            open.add(root);
        }
    }

    /** A callback of the Hub begins anew: it is called online, whatever was the case where it was handed over. */
    private void begin(Roots.HubCallback callback) {
        MethodRef target = callback.target();
        State state = callback.state();
        Optional<Method> declared = linker.of(target).resolved();
        if (declared.isEmpty()) {
            return;
        }
        if (callback.kind() != Step.Kind.VIRTUAL || !declared.get().isOverridable()) {
            begin(callback, declared.get());
        } else if (learns) {
            table(state).call(target, declared.get(), state);
        } else {
            table(state).targets(target).forEach(method -> begin(callback, method));
        }
    }

    private void begin(Roots.HubCallback callback, Method method) {
        State state = callback.state();
        if (!isBroken(callback.creator().in(state), callback.line(), Target.of(method), state)) {
            begin(method.in(state.enter(method.side(), method.line())));
        }
    }

    private void follow(Node node) {
        List<Step> steps = node.method().steps();
        Link[] links = linker.links(node.method());
        for (int i = 0; i < links.length; i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Call call) {
                reach(node, call.line(), call.target(), call.kind(), node.state(), links[i]);
            } else if (step instanceof Step.Creation creation) {
                create(node, creation, links[i]);
            } else if (step instanceof Step.Callback callback) {
                handOn(node, callback, links[i]);
            } else if (step instanceof Step.StaticField field) {
                initialise(node, field.line(), links[i]);
            } else if (step instanceof Step.Obscure obscure) {
                unknown(node, obscure.line(), obscure.code(), obscure.what());
            }
        }
    }

    private void create(Node node, Step.Creation creation, Link link) {
        String type = creation.type();
        table(node.state()).make(type);
        initialise(node, creation.line(), link);
        if (!link.origin().isFollowed()) {
            return;
        }
        for (Method method : hierarchy.calledBack(type)) {
            // Whether it is ever called here, nobody knows; what its annotations promise is checked by itself.
            if (!method.isAnnotated()) {
                arrive(node, creation.line(), method, node.state().handedOn());
            }
        }
    }

    private void handOn(Node node, Step.Callback callback, Link link) {
        if (!hierarchy.isHubCallback(callback.type())) {
            if (!Step.concernsJdkOnly(callback.type())) {
                table(node.state()).make(callback.type());
            }
            State state = node.state().handedOn();
            reach(node, callback.line(), callback.target(), callback.kind(), state, link);
        }
    }

    private void reach(Node node, int line, MethodRef ref, Step.Kind kind, State state, Link link) {
        if (link.door().isPresent()) {
            isBroken(node, line, new Target(ref, link.resolved(), link.door()), state);
            return;
        }
        if (kind == Step.Kind.STATIC) {
            initialise(node, line, link);
        }
        if (link.origin() == Origin.MISSING) {
            unknown(node, line, FindingCode.UNRESOLVED_CLASS, Names.type(ref.owner()));
        }
        if (link.resolved().isEmpty()) {
            return;
        }
        Method declared = link.resolved().get();
        State inside = state;
        if (declared.isAnnotated()) {
            if (isBroken(node, line, Target.of(declared), state)) {
                return;
            }
            inside = state.enter(declared.side(), declared.line());
        }
        if (kind != Step.Kind.VIRTUAL || !declared.isOverridable()) {
            reach(node, line, declared, inside);
        } else if (learns) {
            table(state).call(ref, declared, inside);
        } else {
            for (Method method : table(state).targets(ref)) {
                reach(node, line, method, inside);
            }
        }
    }

    private void reach(Node node, int line, Method method, State inside) {
        if (method.isNative()) {
            unknown(node, line, FindingCode.NATIVE_CODE, Names.method(method.ref()));
        }
        if (!isBroken(node, line, Target.of(method), inside)) {
            arrive(node, line, method, inside.enter(method.side(), method.line()));
        }
    }

    private void initialise(Node node, int line, Link link) {
        for (Method initialiser : link.initialisers()) {
            arrive(node, line, initialiser, node.state().initialising());
        }
    }

    private void arrive(Node from, int line, Method method, State state) {
        Node node = method.in(state);
        if (method.owner().origin().isFollowed() && node.isNewTo(time)) {
            if (!learns) {
                reach.arrive(from, line, node);
            }
            open.add(node);
        }
    }

    private boolean isBroken(Node node, int line, Target target, State state) {
        Optional<FindingCode> code = CallRules.broken(state, target);
        if (code.isPresent() && !learns) {
            reach.add(new Reach.Violation(code.get(), node, line, target));
        }
        return code.isPresent();
    }

    private void unknown(Node node, int line, FindingCode code, String what) {
        if (!learns && node.state().isRestricted()) {
            reach.add(new Reach.Unknown(code, what, node, line));
        }
    }
}

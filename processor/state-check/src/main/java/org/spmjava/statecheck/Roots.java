package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the module's code begins, and in which state. */
final class Roots {

    /** Hands a method over as a status callback or a handler, which runs on the Hub, online. */
    record HubCallback(Method creator, MethodRef target, Step.Kind kind, int line) {

        State state() {
            return State.of(Side.HUB, Line.ONLINE);
        }
    }

    private final ClassPath classes;
    private final Hierarchy hierarchy;

    Roots(ClassPath classes, Hierarchy hierarchy) {
        this.classes = classes;
        this.hierarchy = hierarchy;
    }

    /** Code that runs, or may run, on Spokes: evaluators, preloaded modules, annotated methods. */
    List<Node> onSpokes() {
        Set<Node> roots = new LinkedHashSet<>();
        for (ClassFile file : classes.module()) {
            if (file.supertypes().contains(RuntimeNames.DEFINITION)) {
                addEvaluators(file, roots);
            }
            for (Method method : file.methods()) {
                addPreloaded(method, roots);
                if (method.side() == Side.SPOKE || method.side() == Side.SELF) {
                    roots.add(method.in(State.of(method.side(), method.line())));
                }
                if (method.side() == Side.SPOKE) {
                    addInitialisers(file.name(), Line.UNSAID, roots);
                }
            }
        }
        return List.copyOf(roots);
    }

    /** Code that runs on the Hub, or of which only the line is known. */
    List<Node> elsewhere(Set<Method> evident) {
        Set<Node> roots = new LinkedHashSet<>();
        for (ClassFile file : classes.module()) {
            for (Method method : file.methods()) {
                boolean called =
                        hierarchy.isHubCallback(file.name(), method.ref().name())
                                && !method.isBridge()
                                && !method.isAbstract();
                if (called) {
                    State state = State.of(Side.HUB, Line.ONLINE);
                    roots.add(method.in(state.enter(method.side(), method.line())));
                } else if (method.side() == Side.HUB || method.side() == Side.UNSAID && method.isAnnotated()) {
                    Side side = evident.contains(method) ? Side.HUB : method.side();
                    roots.add(method.in(State.of(side, method.line())));
                } else if (evident.contains(method)) {
                    roots.add(method.in(State.of(Side.HUB, Line.UNSAID)));
                }
            }
        }
        return List.copyOf(roots);
    }

    /** Lambdas and method references that are handed over as status callbacks or handlers. */
    List<HubCallback> hubCallbacks() {
        List<HubCallback> found = new ArrayList<>();
        for (ClassFile file : classes.module()) {
            for (Method method : file.methods()) {
                for (Step step : method.steps()) {
                    if (step instanceof Step.Callback callback && hierarchy.isHubCallback(callback.type())) {
                        found.add(new HubCallback(method, callback.target(), callback.kind(), callback.line()));
                    }
                }
            }
        }
        return found;
    }

    /** What a generated definition calls to evaluate a task; a Spoke initialises its class while it is offline. */
    private void addEvaluators(ClassFile definition, Set<Node> roots) {
        boolean coarse = definition.methodsNamed(RuntimeNames.GRAIN).stream()
                .flatMap(method -> method.steps().stream())
                .anyMatch(step ->
                        step instanceof Step.StaticField read && read.field().equals(RuntimeNames.COARSE));
        for (Method evaluate : definition.methodsNamed(RuntimeNames.EVALUATE)) {
            for (Step step : evaluate.steps()) {
                if (step instanceof Step.Call call && call.kind() == Step.Kind.STATIC) {
                    hierarchy.resolve(call.target()).ifPresent(evaluator -> {
                        roots.add(evaluator.in(State.of(Side.SPOKE, Line.ONLINE, coarse)));
                        addInitialisers(call.target().owner(), Line.OFFLINE, roots);
                    });
                }
            }
        }
    }

    private void addPreloaded(Method method, Set<Node> roots) {
        for (Step step : method.steps()) {
            if (step instanceof Step.Preload preload) {
                preload.modules().forEach(module -> addInitialisers(module, Line.OFFLINE, roots));
            }
        }
    }

    private void addInitialisers(String type, Line line, Set<Node> roots) {
        for (Method initialiser : hierarchy.initialisers(type)) {
            roots.add(initialiser.in(State.of(Side.SPOKE, line)));
        }
    }
}

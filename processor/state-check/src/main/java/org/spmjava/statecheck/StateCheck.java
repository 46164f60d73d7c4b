package org.spmjava.statecheck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The check of a module's compiled classes. */
public final class StateCheck {

    private StateCheck() {}

    /**
     * Checks a module: a function of the bytes of its classes and of its class path. None of them is loaded.
     *
     * @param input what to check
     * @return what was found
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static StateCheckReport run(StateCheckInput input) {
        try (ClassPath classes = new ClassPath(input.classDirectories(), input.classPath())) {
            Hierarchy hierarchy = new Hierarchy(classes);
            Reach reach = reach(classes, hierarchy, new Doors(classes, hierarchy, input.doors()));
            Findings findings = new Findings(reach);
            findings.addViolations();
            Bodies bodies = new Bodies(classes);
            Flows flows = new Flows(hierarchy, bodies);
            StaticAccesses accesses = new StaticAccesses(classes, hierarchy, flows);
            new SharedStateRule(new HubObjects(classes, hierarchy), accesses)
                    .check(reach)
                    .forEach(findings::add);
            Constants constants = new Constants(classes, bodies);
            new DeadlineRule(classes, constants).check().forEach(findings::add);
            new ForgottenTaskRule(classes, bodies).check().forEach(findings::add);
            new PropertyRule(constants).check(reach).forEach(findings::add);
            findings.addUnknowns(classes.unreadable());
            return new StateCheckReport(findings.inOrder());
        }
    }

    /** First what Spokes run: what they do not run, and what does what only the Hub may do, is the Hub's. */
    private static Reach reach(ClassPath classes, Hierarchy hierarchy, Doors doors) {
        Roots roots = new Roots(classes, hierarchy);
        Linker linker = new Linker(classes, hierarchy, doors);
        Reach reach = new Reach();
        new Traversal(classes, hierarchy, linker, reach, Set.of()).follow(roots.onSpokes(), List.of());
        Set<Method> onSpokes = new HashSet<>();
        for (Node node : reach.nodes()) {
            if (node.method().owner().origin() == Origin.MODULE) {
                onSpokes.add(node.method());
            }
        }
        Set<Method> evident = new HubEvidence(classes, hierarchy, doors).find(onSpokes);
        new Traversal(classes, hierarchy, linker, reach, instancesElsewhere(classes, onSpokes))
                .follow(roots.elsewhere(evident), roots.hubCallbacks());
        return reach;
    }

    private static Set<String> instancesElsewhere(ClassPath classes, Set<Method> onSpokes) {
        Set<String> types = new TreeSet<>();
        for (ClassFile file : classes.module()) {
            for (Method method : file.methods()) {
                if (!onSpokes.contains(method)) {
                    for (Step step : method.steps()) {
                        if (step instanceof Step.Creation creation) {
                            types.add(creation.type());
                        }
                    }
                }
            }
        }
        return types;
    }
}

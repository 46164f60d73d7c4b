package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Where the values of methods come from and what becomes of them, worked out when it is asked for. */
final class Flows {

    /** The same in whatever order a set has them. */
    private static final Comparator<Access> ORDER = Comparator.comparing(Access::line)
            .thenComparing(Access::kind)
            .thenComparing(access -> access.source().toString())
            .thenComparing(access -> access.stored().orElse(""));

    /** A chain of calls longer than this would exhaust a thread's stack; values are followed no further. */
    private static final int DEEPEST = 150;

    private final Hierarchy hierarchy;
    private final Bodies bodies;
    private final Map<Method, MethodFlow> known = new HashMap<>();
    private final Set<Method> begun = new HashSet<>();
    private int depth;

    Flows(Hierarchy hierarchy, Bodies bodies) {
        this.hierarchy = hierarchy;
        this.bodies = bodies;
    }

    /** A method that calls itself, directly or not, says there what it says without that. */
    MethodFlow of(Method method) {
        MethodFlow flow = known.get(method);
        if (flow == null) {
            if (depth == DEEPEST || !begun.add(method)) {
                return MethodFlow.NOTHING;
            }
            depth++;
            flow = work(method);
            depth--;
            known.put(method, flow);
        }
        return flow;
    }

    private MethodFlow work(Method method) {
        Optional<MethodNode> body = bodies.of(method);
        if (body.isEmpty()) {
            return MethodFlow.NOTHING;
        }
        FlowInterpreter interpreter = new FlowInterpreter(method.ref(), method.isStatic(), this::callees);
        try {
            new Analyzer<>(interpreter).analyze(method.owner().name(), body.get());
        } catch (AnalyzerException unverifiable) {
            return MethodFlow.NOTHING;
        }
        Map<AbstractInsnNode, Integer> lines = Bodies.lines(body.get());
        Set<Access> ofStatics = new LinkedHashSet<>();
        Set<Access> ofArguments = new LinkedHashSet<>();
        interpreter.accesses().forEach((instruction, accesses) -> {
            int line = lines.getOrDefault(instruction, 0);
            for (Access access : accesses) {
                boolean isStatic = access.source().root() instanceof Source.Static;
                (isStatic ? ofStatics : ofArguments)
                        .add(new Access(access.source(), access.kind(), line, access.stored()));
            }
        });
        Map<FieldRef, Set<FieldRef>> aliases = new LinkedHashMap<>();
        interpreter.aliases().forEach((instruction, others) -> {
            FieldInsnNode field = (FieldInsnNode) instruction;
            aliases.computeIfAbsent(new FieldRef(field.owner, field.name), unused -> new HashSet<>())
                    .addAll(others);
        });
        return new MethodFlow(inOrder(ofStatics), inOrder(ofArguments), Set.copyOf(interpreter.returned()), aliases);
    }

    private static List<Access> inOrder(Set<Access> accesses) {
        return accesses.stream().sorted(ORDER).toList();
    }

    private List<MethodFlow> callees(MethodRef ref, Step.Kind kind) {
        List<MethodFlow> flows = new ArrayList<>();
        for (Method target : hierarchy.targets(ref, kind)) {
            flows.add(of(target));
        }
        return flows;
    }
}

package org.spmjava.statecheck;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** Which constants calls are given, as far as one method and static final fields tell. */
final class Constants {

    private static final Signature INITIALISER = new Signature(MethodRef.INITIALISER, "()V");

    /**
     * A call and what it is given.
     *
     * @param target the method
     * @param line the line of the source
     * @param values the object first, if there is one
     */
    record Call(MethodRef target, int line, List<Constant> values) {}

    private final ClassPath classes;
    private final Bodies bodies;
    private final Map<String, Map<String, Object>> finals = new HashMap<>();

    Constants(ClassPath classes, Bodies bodies) {
        this.classes = classes;
        this.bodies = bodies;
    }

    /** The calls of a method, in the order of the code. */
    List<Call> calls(Method method) {
        Optional<MethodNode> body = bodies.of(method);
        if (body.isEmpty()) {
            return List.of();
        }
        ConstantInterpreter interpreter = run(method, body.get());
        Map<AbstractInsnNode, Integer> lines = Bodies.lines(body.get());
        Map<AbstractInsnNode, Call> calls = new LinkedHashMap<>();
        for (AbstractInsnNode instruction : body.get().instructions) {
            List<Constant> values = interpreter.calls().get(instruction);
            if (values != null) {
                MethodInsnNode call = (MethodInsnNode) instruction;
                MethodRef target = new MethodRef(call.owner, call.name, call.desc);
                calls.put(instruction, new Call(target, lines.getOrDefault(instruction, 0), values));
            }
        }
        return List.copyOf(calls.values());
    }

    private ConstantInterpreter run(Method method, MethodNode body) {
        ConstantInterpreter interpreter = new ConstantInterpreter(this::constant);
        Analyzer<Constant> analyzer = new Analyzer<>(interpreter) {
            @Override
            protected Frame<Constant> newFrame(int locals, int maxStack) {
                return new ConstantFrame(locals, maxStack);
            }

            @Override
            protected Frame<Constant> newFrame(Frame<? extends Constant> frame) {
                return new ConstantFrame(frame);
            }
        };
        try {
            analyzer.analyze(method.owner().name(), body);
        } catch (AnalyzerException unverifiable) {
            return new ConstantInterpreter(this::constant);
        }
        return interpreter;
    }

    /** What a static final field holds, if its class's initialiser tells. */
    private Optional<Object> constant(FieldRef field) {
        Optional<ClassFile> owner =
                classes.find(field.owner()).filter(file -> file.origin().isFollowed());
        boolean isFinal = owner.flatMap(file -> file.field(field.name()))
                .filter(found -> found.isStatic() && found.isFinal())
                .isPresent();
        if (!isFinal) {
            return Optional.empty();
        }
        Map<String, Object> known = finals.get(field.owner());
        if (known == null) {
            // While the initialiser is looked at itself, nothing is known.
            finals.put(field.owner(), Map.of());
            known = owner.get().method(INITIALISER).map(this::assigned).orElse(Map.of());
            finals.put(field.owner(), known);
        }
        return Optional.ofNullable(known.get(field.name()));
    }

    private Map<String, Object> assigned(Method initialiser) {
        Map<String, Object> values = new HashMap<>();
        Optional<MethodNode> body = bodies.of(initialiser);
        if (body.isPresent()) {
            run(initialiser, body.get()).assigned().forEach((instruction, value) -> {
                FieldInsnNode field = (FieldInsnNode) instruction;
                if (instruction.getOpcode() == Opcodes.PUTSTATIC && value.what().isPresent()) {
                    values.put(field.name, value.what().get());
                }
            });
        }
        return values;
    }
}

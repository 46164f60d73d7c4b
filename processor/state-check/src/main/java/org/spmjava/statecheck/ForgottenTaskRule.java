package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Tasks that are set up in one expression whose value, a stage, is thrown away: nothing can push them any more. A stage
 * that a variable holds may be pushed later, and is not looked at.
 */
final class ForgottenTaskRule {

    /**
     * A task that nobody can push.
     *
     * @param method where it is set up
     * @param line of the last call
     * @param last the last call
     */
    record Forgotten(Method method, int line, MethodRef last) {}

    private final ClassPath classes;
    private final Bodies bodies;
    private final List<Forgotten> forgotten = new ArrayList<>();

    ForgottenTaskRule(ClassPath classes, Bodies bodies) {
        this.classes = classes;
        this.bodies = bodies;
    }

    List<Forgotten> check() {
        for (ClassFile file : classes.module()) {
            if (!RuntimeNames.isGenerated(file.name())) {
                file.methods().stream()
                        .filter(ForgottenTaskRule::setsUp)
                        .forEach(method -> bodies.of(method).ifPresent(body -> look(method, body)));
            }
        }
        return forgotten;
    }

    private static boolean setsUp(Method method) {
        return method.steps().stream()
                .anyMatch(step -> step instanceof Step.Call call
                        && isStage(Type.getReturnType(call.target().descriptor())));
    }

    private void look(Method method, MethodNode body) {
        Frame<SourceValue>[] frames;
        try {
            frames = new Analyzer<>(new SourceInterpreter())
                    .analyze(method.owner().name(), body);
        } catch (AnalyzerException unverifiable) {
            return;
        }
        Map<AbstractInsnNode, Integer> lines = Bodies.lines(body);
        for (AbstractInsnNode instruction : body.instructions) {
            int index = body.instructions.indexOf(instruction);
            if (instruction.getOpcode() == Opcodes.POP && frames[index] != null) {
                Frame<SourceValue> frame = frames[index];
                maker(frame.getStack(frame.getStackSize() - 1))
                        .filter(call -> isFresh(call, body, frames))
                        .ifPresent(call -> forgotten.add(new Forgotten(
                                method, lines.getOrDefault(call, 0), new MethodRef(call.owner, call.name, call.desc))));
            }
        }
    }

    /** The call that a stage came from, if it came from one alone. */
    private static Optional<MethodInsnNode> maker(SourceValue value) {
        return value.insns.size() == 1
                        && value.insns.iterator().next() instanceof MethodInsnNode call
                        && isStage(Type.getReturnType(call.desc))
                ? Optional.of(call)
                : Optional.empty();
    }

    /** The last stage answers with itself: what a variable holds is pushed through the variable. */
    private static boolean isFresh(MethodInsnNode call, MethodNode body, Frame<SourceValue>[] frames) {
        if (!call.owner.equals(Type.getReturnType(call.desc).getInternalName())) {
            return true;
        }
        Frame<SourceValue> before = frames[body.instructions.indexOf(call)];
        int receiver = before.getStackSize() - 1 - Type.getArgumentTypes(call.desc).length;
        return receiver >= 0
                && maker(before.getStack(receiver))
                        .filter(earlier -> isFresh(earlier, body, frames))
                        .isPresent();
    }

    private static boolean isStage(Type type) {
        return type.getSort() == Type.OBJECT && RuntimeNames.isStage(type.getInternalName());
    }
}

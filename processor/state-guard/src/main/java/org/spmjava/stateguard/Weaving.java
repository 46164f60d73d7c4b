package org.spmjava.stateguard;

import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts a guard before the first instruction of every method that demands a state. All else is copied: other methods,
 * lines, variables, frames, attributes.
 *
 * <p>Of a constructor, too, it is the very first instruction: before the arguments of {@code super(…)} are evaluated,
 * and so before anything is done in the wrong place. The JVM allows it, since a guard does not touch the object.
 */
final class Weaving extends ClassVisitor {

    private final Demands demands;
    private int guarded;

    private Weaving(ClassWriter writer, Demands demands) {
        super(Opcodes.ASM9, writer);
        this.demands = demands;
    }

    /**
     * A class with its guards.
     *
     * @param classFile the class; the very same if there was nothing to do
     * @param guarded how many methods have a guard that had none
     * @param demanding whether any method demands a state
     */
    record Woven(byte[] classFile, int guarded, boolean demanding) {}

    static Woven weave(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Demands demands = Demands.of(reader);
        if (!demands.contradictions().isEmpty()) {
            throw new StateGuardException(demands.contradictions());
        }
        if (demands.isEmpty()) {
            return new Woven(classFile, 0, false);
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        Weaving weaving = new Weaving(writer, demands);
        reader.accept(weaving, 0);
        return new Woven(weaving.guarded == 0 ? classFile : writer.toByteArray(), weaving.guarded, true);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String generic, String[] thrown) {
        MethodVisitor writer = super.visitMethod(access, name, descriptor, generic, thrown);
        Optional<String> state = demands.of(name, descriptor);
        if (state.isEmpty()) {
            return writer;
        }
        return new MethodNode(Opcodes.ASM9, access, name, descriptor, generic, thrown) {
            @Override
            public void visitEnd() {
                if (!isGuarded(instructions)) {
                    guard(this, state.get());
                    guarded++;
                }
                accept(writer);
            }
        };
    }

    private static boolean isGuarded(InsnList instructions) {
        for (AbstractInsnNode instruction : instructions) {
            if (instruction instanceof MethodInsnNode call
                    && call.owner.equals(RuntimeNames.GUARD)
                    && call.name.equals(RuntimeNames.REQUIRE)) {
                return true;
            }
        }
        return false;
    }

    /** Before the first label, which may be what a loop jumps back to, or where a try begins. */
    private static void guard(MethodNode method, String state) {
        LabelNode start = new LabelNode();
        extendParameters(method, start);
        InsnList guard = new InsnList();
        guard.add(start);
        firstLine(method).ifPresent(line -> guard.add(new LineNumberNode(line, start)));
        guard.add(new FieldInsnNode(
                Opcodes.GETSTATIC, RuntimeNames.REQUIRED_STATE, state, RuntimeNames.REQUIRED_STATE_TYPE));
        guard.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC, RuntimeNames.GUARD, RuntimeNames.REQUIRE, RuntimeNames.REQUIRE_TYPE, false));
        method.instructions.insert(guard);
        method.maxStack = Math.max(method.maxStack, 1);
    }

    private static Optional<Integer> firstLine(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                return Optional.of(number.line);
            }
        }
        return Optional.empty();
    }

    /** What is there from the first instruction on is there during the guard too, so that a debugger shows it. */
    private static void extendParameters(MethodNode method, LabelNode start) {
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                if (isBeforeAnyInstruction(variable.start)) {
                    variable.start = start;
                }
            }
        }
    }

    private static boolean isBeforeAnyInstruction(AbstractInsnNode label) {
        AbstractInsnNode at = label;
        while (at != null && at.getOpcode() < 0) {
            at = at.getPrevious();
        }
        return at == null;
    }
}

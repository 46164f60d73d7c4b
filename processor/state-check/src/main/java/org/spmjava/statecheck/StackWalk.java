package org.spmjava.statecheck;

import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What becomes of the value of a static field: it is looked at, or what it holds is changed. Follows the value along
 * one path to the instruction that takes it from the operand stack; whatever is too intricate for that counts as a
 * look.
 */
final class StackWalk {

    /** Methods that change a collection, a builder or an atomic variable of the JDK. */
    private static final Set<String> MUTATORS = Set.of(
            "accumulate",
            "accumulateAndGet",
            "add",
            "addAll",
            "addAndGet",
            "addFirst",
            "addLast",
            "append",
            "clear",
            "compareAndSet",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "decrement",
            "decrementAndGet",
            "delete",
            "drainTo",
            "getAndAccumulate",
            "getAndAdd",
            "getAndDecrement",
            "getAndIncrement",
            "getAndSet",
            "getAndUpdate",
            "increment",
            "incrementAndGet",
            "insert",
            "lazySet",
            "merge",
            "offer",
            "offerFirst",
            "offerLast",
            "poll",
            "pollFirst",
            "pollLast",
            "pop",
            "push",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeFirst",
            "removeIf",
            "removeLast",
            "replace",
            "replaceAll",
            "reset",
            "retainAll",
            "reverse",
            "set",
            "setLength",
            "setProperty",
            "sort",
            "updateAndGet");

    private static final int LONGEST_WALK = 10_000;

    private final FieldInsnNode start;
    /** How many slots the value takes at the bottom of the part of the stack that is looked at. */
    private int width;

    private int size;
    private boolean calculated;

    /**
     * What became of it.
     *
     * @param use how the field is used here; empty if it is only read to be written again, as in {@code n++}
     * @param through the method of the user's that is called on the value, if one is
     */
    record Fate(Optional<Step.Use> use, Optional<MethodRef> through) {

        private static final Fate UPDATE = new Fate(Optional.empty(), Optional.empty());
        private static final Fate READ = of(Step.Use.READ);

        private static Fate of(Step.Use use) {
            return new Fate(Optional.of(use), Optional.empty());
        }
    }

    private StackWalk(FieldInsnNode start) {
        this.start = start;
        width = Type.getType(start.desc).getSize();
        size = width;
    }

    static Fate follow(FieldInsnNode getStatic) {
        return new StackWalk(getStatic).walk();
    }

    private Fate walk() {
        AbstractInsnNode at = start.getNext();
        for (int walked = 0; at != null && walked < LONGEST_WALK; walked++) {
            int opcode = at.getOpcode();
            if (opcode < 0) {
                at = at.getNext();
                continue;
            }
            if (opcode == Opcodes.GOTO) {
                at = ((JumpInsnNode) at).label;
                continue;
            }
            boolean ends = opcode == Opcodes.RETURN || opcode == Opcodes.RET || opcode == Opcodes.JSR;
            if (ends || StackEffect.isRearrangement(opcode)) {
                return Fate.READ;
            }
            int pops = StackEffect.pops(at);
            int pushes = StackEffect.pushes(at);
            if (size - pops < width && pops > 0) {
                Optional<Fate> fate = taken(at, size - pops == 0);
                if (fate.isPresent()) {
                    return fate.get();
                }
                width = pushes;
                size = pushes;
            } else {
                size += pushes - pops;
            }
            at = at.getNext();
        }
        return Fate.READ;
    }

    /** The fate, or empty if what the instruction makes of the value is followed further. */
    private Optional<Fate> taken(AbstractInsnNode by, boolean isDeepest) {
        int opcode = by.getOpcode();
        if (opcode == Opcodes.PUTSTATIC) {
            FieldInsnNode field = (FieldInsnNode) by;
            boolean same = field.owner.equals(start.owner) && field.name.equals(start.name);
            return Optional.of(same && calculated ? Fate.UPDATE : Fate.READ);
        }
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.I2S) {
            calculated = true;
            return Optional.empty();
        }
        if (calculated || !isDeepest) {
            return Optional.of(Fate.READ);
        }
        if (opcode == Opcodes.CHECKCAST || opcode == Opcodes.AALOAD) {
            return Optional.empty();
        }
        boolean stores = by instanceof InsnNode && opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
        if (stores || opcode == Opcodes.PUTFIELD) {
            return Optional.of(Fate.of(Step.Use.WRITE));
        }
        boolean calls = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
        return Optional.of(calls ? called((MethodInsnNode) by) : Fate.READ);
    }

    private static Fate called(MethodInsnNode call) {
        boolean resultCounts = resultCounts(call);
        if (call.owner.startsWith("java/")) {
            if (!MUTATORS.contains(call.name)) {
                return Fate.READ;
            }
            return Fate.of(resultCounts ? Step.Use.READ_AND_WRITE : Step.Use.WRITE);
        }
        return new Fate(
                Optional.of(resultCounts ? Step.Use.CALL_FOR_RESULT : Step.Use.CALL),
                Optional.of(new MethodRef(call.owner, call.name, call.desc)));
    }

    private static boolean resultCounts(MethodInsnNode call) {
        AbstractInsnNode next = call.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        boolean dropped = next != null && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.POP2);
        return !dropped && Type.getReturnType(call.desc) != Type.VOID_TYPE;
    }
}

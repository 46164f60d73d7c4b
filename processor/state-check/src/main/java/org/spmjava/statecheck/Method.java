package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** A method of a class file that was read. There is one instance a method, so identity is equality. */
final class Method {

    private final ClassFile owner;
    private final MethodRef ref;
    private final int access;
    private final Side side;
    private final Line line;
    private final List<Step> steps;
    private final boolean writesOwnFields;
    private final int firstLine;

    Method(
            ClassFile owner,
            MethodRef ref,
            int access,
            Side side,
            Line line,
            List<Step> steps,
            boolean writesOwnFields,
            int firstLine) {
        this.owner = owner;
        this.ref = ref;
        this.access = access;
        this.side = side;
        this.line = line;
        this.steps = List.copyOf(steps);
        this.writesOwnFields = writesOwnFields;
        this.firstLine = firstLine;
    }

    ClassFile owner() {
        return owner;
    }

    MethodRef ref() {
        return ref;
    }

    /** The side that its annotation declares. */
    Side side() {
        return side;
    }

    /** The line that its annotation declares. */
    Line line() {
        return line;
    }

    List<Step> steps() {
        return steps;
    }

    /** Whether calling it changes its instance. */
    boolean writesOwnFields() {
        return writesOwnFields;
    }

    /** The line of its first instruction, if the class file tells. */
    Optional<Integer> firstLine() {
        return firstLine == 0 ? Optional.empty() : Optional.of(firstLine);
    }

    boolean isAnnotated() {
        return side != Side.UNSAID || line != Line.UNSAID;
    }

    boolean isStatic() {
        return has(Opcodes.ACC_STATIC);
    }

    boolean isAbstract() {
        return has(Opcodes.ACC_ABSTRACT);
    }

    boolean isNative() {
        return has(Opcodes.ACC_NATIVE);
    }

    /** Whether javac wrote it to pass a call on; lambdas are synthetic too, but hold what the user wrote. */
    boolean isPassage() {
        return has(Opcodes.ACC_SYNTHETIC) && !ref.name().startsWith("lambda$");
    }

    boolean isBridge() {
        return has(Opcodes.ACC_BRIDGE);
    }

    /** Whether a subclass may have another in its place. */
    boolean isOverridable() {
        return !has(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)
                && !has(Opcodes.ACC_FINAL)
                && !owner.isFinal()
                && !ref.name().startsWith("<");
    }

    private boolean has(int flags) {
        return (access & flags) != 0;
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}

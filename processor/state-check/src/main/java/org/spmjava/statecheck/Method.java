package org.spmjava.statecheck;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** A method of a class file that was read. There is one instance a method, so identity is equality. */
final class Method {

    private final ClassFile owner;
    private final MethodRef ref;
    private final int access;
    private final List<Step> steps;
    private final int firstLine;
    /** By the states' indexes; null until one is asked for. */
    private Node[] nodes;
    /** What the steps lead to; null until that is known. */
    private Link[] links;

    private Side side;
    private Line line;
    private Optional<Method> declaring = Optional.empty();

    Method(ClassFile owner, MethodRef ref, int access, Side side, Line line, List<Step> steps, int firstLine) {
        this.owner = owner;
        this.ref = ref;
        this.access = access;
        this.side = side;
        this.line = line;
        this.steps = steps;
        this.firstLine = firstLine;
    }

    /** The method, reached in a state: always the same instance. */
    Node in(State state) {
        if (nodes == null) {
            nodes = new Node[State.count()];
        }
        int index = state.index();
        if (nodes[index] == null) {
            nodes[index] = new Node(this, state);
        }
        return nodes[index];
    }

    ClassFile owner() {
        return owner;
    }

    MethodRef ref() {
        return ref;
    }

    /** The side that its annotation declares, or else that of the method that it overrides. */
    Side side() {
        return side;
    }

    /** The line that its annotation declares, or else that of the method that it overrides. */
    Line line() {
        return line;
    }

    /** Takes over what a method declares that it overrides, where it declares nothing itself. */
    void inherit(Method overridden) {
        if (side == Side.UNSAID && line == Line.UNSAID) {
            declaring = overridden.declaring.or(() -> Optional.of(overridden));
        }
        side = side == Side.UNSAID ? overridden.side : side;
        line = line == Line.UNSAID ? overridden.line : line;
    }

    /** The method that declares for it, if it declares nothing itself. */
    Optional<Method> declaring() {
        return declaring;
    }

    /** In the order of its instructions; not to be changed. */
    List<Step> steps() {
        return steps;
    }

    /** What its steps lead to, step by step; null until it was said. Not to be changed. */
    Link[] links() {
        return links;
    }

    /** Says what its steps lead to. */
    void lead(Link[] to) {
        links = to;
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

    /** Whether it may stand for one of a supertype. */
    boolean mayOverride() {
        return !has(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE) && !ref.name().startsWith("<");
    }

    /** Whether a subclass may have another in its place. */
    boolean isOverridable() {
        return mayOverride() && !has(Opcodes.ACC_FINAL) && !owner.isFinal();
    }

    private boolean has(int flags) {
        return (access & flags) != 0;
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}

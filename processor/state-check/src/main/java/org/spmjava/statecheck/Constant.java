package org.spmjava.statecheck;

import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A value in a method, as far as it is the same whenever the program runs.
 *
 * @param size how many slots it takes: 2 if it is a long or a double
 * @param what an {@link Integer}, {@link Long}, {@link String}, {@link java.time.Duration}, or one of the types here;
 *     empty if it is not known
 */
record Constant(int size, Optional<Object> what) implements Value {

    static final Constant UNKNOWN = new Constant(1, Optional.empty());
    static final Constant UNKNOWN_WIDE = new Constant(2, Optional.empty());

    /** A timeout. */
    record Deadline(long ns) {}

    /** The arguments of a shell coprocess. */
    record ShellArguments(Deadline deadline) {}

    /** An object whose constructor is still to be called; the instruction tells it from others. */
    record Fresh(AbstractInsnNode made) {}

    /** A task that is being set up, as far as its deadlines are known. */
    record Stage(Optional<Deadline> api, Optional<Deadline> task) {

        static final Stage UNKNOWN = new Stage(Optional.empty(), Optional.empty());
    }

    static Constant unknown(int size) {
        return size == 2 ? UNKNOWN_WIDE : UNKNOWN;
    }

    static Constant of(Object what) {
        return new Constant(what instanceof Long || what instanceof Double ? 2 : 1, Optional.of(what));
    }

    /** The value, if it is known and of this type. */
    <T> Optional<T> as(Class<T> type) {
        return what.filter(type::isInstance).map(type::cast);
    }

    @Override
    public int getSize() {
        return size;
    }
}

package org.spmjava.statecheck;

import java.util.Optional;

/**
 * Where a value in a method comes from: out of a static field, or in as an argument. What is reached through it, such
 * as an element of its list, counts as itself.
 *
 * @param root from where
 * @param part the instance field through which it was reached, if it was and is known: the first of several
 */
record Source(Root root, Optional<String> part) {

    /** Where values come from. */
    sealed interface Root {}

    /** A static field. */
    record Static(FieldRef field) implements Root {}

    /** An argument; of an instance method, 0 is the object itself. */
    record Argument(int index) implements Root {}

    static Source of(Root root) {
        return new Source(root, Optional.empty());
    }

    /** What a field of it holds. */
    Source through(String field) {
        return part.isPresent() ? this : new Source(root, Optional.of(field));
    }

    /** The same of another root: what a method says of its argument, as the caller says it. */
    Source at(Source argument) {
        return argument.part().isPresent() ? argument : new Source(argument.root(), part);
    }
}

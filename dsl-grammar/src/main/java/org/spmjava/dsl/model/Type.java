package org.spmjava.dsl.model;

import java.util.List;

/** The type of a field: a container over one or two value types. Two types are equal when they are spelled alike. */
public sealed interface Type permits Scalar, Tuple, Dict {

    /** The type as a typedef spells it, without spaces, such as {@code dict<string,mixed>}; never null. */
    String text();

    /** What it is a container of, in the order of its text; never null. */
    List<ElementType> elements();
}

package org.spmjava.dsl.model;

/** What one value of a field is: a type that is built in, or one that a typedef declares. Containers hold these. */
public sealed interface ElementType permits ValueType, NamedType {

    /** The word as a typedef spells it; never null. */
    String keyword();
}

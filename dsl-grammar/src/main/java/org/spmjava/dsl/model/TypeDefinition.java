package org.spmjava.dsl.model;

import java.util.Optional;

/** A type that a typedef declares beside its tasks. */
public sealed interface TypeDefinition permits StructType, EnumType {

    /** What fields call it; not null. */
    String name();

    /** The name of the file that declares it, as the import spells it; empty if it is the task's own. Not null. */
    Optional<String> importedFrom();

    /** The line where the declaration begins, from 1. */
    int line();

    /** The comment lines directly above, without their {@code #}, joined by LF; not null. */
    Optional<String> documentation();

    /** The declaration as a typedef may spell it, without what does not count for its meaning; never null. */
    String canonicalText();
}

package org.spmjava.dsl.resolve;

import java.util.Optional;
import org.spmjava.dsl.source.Span;

/** A type of the user's as written, beside the tasks of a file. */
public sealed interface DeclaredType permits DeclaredStructType, DeclaredEnum {

    /** What fields call it. */
    Word name();

    /** The whole declaration. */
    Span span();

    /** The name of the file that declares it, if it is another than that which is compiled. */
    Optional<String> importedFrom();
}

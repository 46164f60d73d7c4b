package org.spmjava.dsl.resolve;

import java.util.Optional;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.source.Span;

/**
 * A field as written. What could not be understood is empty, and was reported.
 *
 * @param name a well-formed name, not null
 * @param type the type, where it is one
 * @param typeSpan where the type stands, or the name if there is none
 * @param initializer the initialiser, where it is one
 * @param initializerSpan where the initialiser stands, or the name if there is none
 * @param span the whole declaration
 * @param line the line where it begins, from 1
 * @param documentation the comment lines directly above
 */
public record DeclaredField(
        Word name,
        Optional<Type> type,
        Span typeSpan,
        Optional<Initializer> initializer,
        Span initializerSpan,
        Span span,
        int line,
        Optional<String> documentation) {}

package org.spmjava.dsl.resolve;

import java.util.List;
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
 * @param states the annotations in front of it, as far as they are known
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
        List<DeclaredState> states,
        Span span,
        int line,
        Optional<String> documentation) {

    /** @throws NullPointerException if the list is null */
    public DeclaredField {
        states = List.copyOf(states);
    }
}

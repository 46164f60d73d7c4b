package org.spmjava.dsl.diagnostic;

import java.util.Objects;
import org.spmjava.dsl.source.Span;

/**
 * Another place in the same source that helps to understand a diagnostic.
 *
 * @param span the place, not null
 * @param message what is to be seen there, not null
 */
public record Related(Span span, String message) {

    /** @throws NullPointerException if anything is null */
    public Related {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
    }
}

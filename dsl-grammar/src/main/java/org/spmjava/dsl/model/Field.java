package org.spmjava.dsl.model;

import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * One field of a struct or of a task.
 *
 * @param name a Java identifier, unique among its neighbours; not null
 * @param type not null
 * @param initializer not null
 * @param span the whole declaration in the typedef, its semicolon included
 * @param line the line where the declaration begins, from 1
 * @param documentation the comment lines directly above, without their {@code #}, joined by LF; it is the user's text
 *     as written, so whoever puts it into a document must escape it
 */
public record Field(
        String name, Type type, Initializer initializer, Span span, int line, Optional<String> documentation) {

    /** @throws NullPointerException if anything is null */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(initializer, "initializer");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(documentation, "documentation");
    }
}

package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * One field of a struct or of a task.
 *
 * @param name a Java identifier, unique among its neighbours; not null
 * @param type not null
 * @param initializer not null
 * @param states where and when the field may be used, in the order in which they are written; not null, copied
 * @param span the whole declaration in the typedef, its semicolon included
 * @param line the line where the declaration begins, from 1
 * @param documentation the comment lines directly above, without their {@code #}, joined by LF; it is the user's text
 *     as written, so whoever puts it into a document must escape it
 */
public record Field(
        String name,
        Type type,
        Initializer initializer,
        List<State> states,
        Span span,
        int line,
        Optional<String> documentation) {

    /** @throws NullPointerException if anything is null */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(initializer, "initializer");
        states = List.copyOf(states);
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(documentation, "documentation");
    }

    /** The declaration as a typedef may spell it, without what does not count for its meaning; never null. */
    public String canonicalText() {
        StringBuilder out = new StringBuilder();
        states.forEach(state -> out.append('@').append(state.keyword()).append(' '));
        out.append(type.text()).append(' ').append(name);
        return out.append('=').append(initializer.text()).append(';').toString();
    }
}

package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * A named group of fields.
 *
 * @param name the name, not null
 * @param fields the fields in source order, no two of one name; not null, copied
 * @param span the whole declaration in the typedef
 */
public record Struct(String name, List<Field> fields, Span span) {

    /** @throws NullPointerException if anything is null */
    public Struct {
        Objects.requireNonNull(name, "name");
        fields = List.copyOf(fields);
        Objects.requireNonNull(span, "span");
    }

    /** The field called {@code fieldName}, if there is one; never null. */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}

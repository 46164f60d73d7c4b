package org.spmjava.dsl.model;

import java.util.Objects;

/**
 * The name of a type that a typedef declares. What it stands for is in {@link TaskType#types()}: a struct may hold
 * itself in a container, so a field names its type rather than holding it.
 *
 * @param name the name, not null
 * @param kind what was declared, not null
 */
public record NamedType(String name, Kind kind) implements ElementType {

    /** What a name can stand for. */
    public enum Kind {
        STRUCT,
        ENUM
    }

    /** @throws NullPointerException if anything is null */
    public NamedType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String keyword() {
        return name;
    }
}

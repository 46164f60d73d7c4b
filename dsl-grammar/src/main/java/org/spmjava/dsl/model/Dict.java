package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;

/**
 * Values found by key: {@code dict<K,V>}.
 *
 * @param key the type of each key, not null
 * @param value the type of each value, not null
 */
public record Dict(ElementType key, ElementType value) implements Type {

    /** @throws NullPointerException if either type is null */
    public Dict {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
        return "dict<" + key.keyword() + "," + value.keyword() + ">";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(key, value);
    }
}

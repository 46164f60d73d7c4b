package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;

/**
 * One value: {@code scalar<T>}.
 *
 * @param value the type of that value, not null
 */
public record Scalar(ElementType value) implements Type {

    /** @throws NullPointerException if the value type is null */
    public Scalar {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
        return "scalar<" + value.keyword() + ">";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(value);
    }
}

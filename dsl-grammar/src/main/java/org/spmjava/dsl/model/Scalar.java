package org.spmjava.dsl.model;

import java.util.Objects;

/**
 * One value: {@code scalar<T>}.
 *
 * @param value the type of that value, not null
 */
public record Scalar(ValueType value) implements Type {

    /** @throws NullPointerException if the value type is null */
    public Scalar {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
        return "scalar<" + value.keyword() + ">";
    }
}

package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;

/**
 * Any number of values of one type, in order: {@code tuple<T>}.
 *
 * @param element the type of each value, not null
 */
public record Tuple(ElementType element) implements Type {

    /** @throws NullPointerException if the element type is null */
    public Tuple {
        Objects.requireNonNull(element, "element");
    }

    @Override
    public String text() {
        return "tuple<" + element.keyword() + ">";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(element);
    }
}

package org.spmjava.dsl.resolve;

import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * A struct as written, or the body of a task.
 *
 * @param name its name; for a task, the word in {@code task<…>}
 * @param structs the structs directly in it, in source order
 * @param fields the fields directly in it, in source order
 * @param span the whole declaration
 * @param damaged whether something in it was not understood, so that what seems missing may be there
 */
public record DeclaredStruct(
        Word name, List<DeclaredStruct> structs, List<DeclaredField> fields, Span span, boolean damaged) {

    /** @throws NullPointerException if a list is null */
    public DeclaredStruct {
        structs = List.copyOf(structs);
        fields = List.copyOf(fields);
    }

    /** The first struct of that name directly in this one. */
    public Optional<DeclaredStruct> struct(String structName) {
        return structs.stream()
                .filter(struct -> struct.name().text().equals(structName))
                .findFirst();
    }

    /** The first field of that name directly in this struct. */
    public Optional<DeclaredField> field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().text().equals(fieldName))
                .findFirst();
    }
}

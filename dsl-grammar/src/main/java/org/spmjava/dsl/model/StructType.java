package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A struct of the user's: {@code struct Point { … };}.
 *
 * @param name the name, not null
 * @param fields the fields in source order, no two of one name; not null, copied
 * @param importedFrom the file that declares it, if it is another one; not null
 * @param line the line where the declaration begins, from 1
 * @param documentation the comment lines directly above, without their {@code #}, joined by LF; not null
 */
public record StructType(
        String name, List<Field> fields, Optional<String> importedFrom, int line, Optional<String> documentation)
        implements TypeDefinition {

    /** @throws NullPointerException if anything is null */
    public StructType {
        Objects.requireNonNull(name, "name");
        fields = List.copyOf(fields);
        Objects.requireNonNull(importedFrom, "importedFrom");
        Objects.requireNonNull(documentation, "documentation");
    }

    @Override
    public String canonicalText() {
        StringBuilder out = new StringBuilder("struct ").append(name).append('{');
        fields.forEach(field -> out.append(field.canonicalText()));
        return out.append("};").toString();
    }
}

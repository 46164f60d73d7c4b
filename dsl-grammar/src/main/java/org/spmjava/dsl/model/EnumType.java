package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A closed set of names: {@code enum Color { RED, GREEN };}.
 *
 * @param name the name, not null
 * @param constants the constants in source order, at least one, no two of one name; not null, copied
 * @param importedFrom the file that declares it, if it is another one; not null
 * @param line the line where the declaration begins, from 1
 * @param documentation the comment lines directly above, without their {@code #}, joined by LF; not null
 */
public record EnumType(
        String name, List<Constant> constants, Optional<String> importedFrom, int line, Optional<String> documentation)
        implements TypeDefinition {

    /**
     * One name of the set.
     *
     * @param name the name, not null
     * @param line the line where it stands, from 1
     * @param documentation the comment lines directly above, as for every declaration; not null
     */
    public record Constant(String name, int line, Optional<String> documentation) {

        /** @throws NullPointerException if anything is null */
        public Constant {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(documentation, "documentation");
        }
    }

    /** @throws NullPointerException if anything is null */
    public EnumType {
        Objects.requireNonNull(name, "name");
        constants = List.copyOf(constants);
        Objects.requireNonNull(importedFrom, "importedFrom");
        Objects.requireNonNull(documentation, "documentation");
    }

    @Override
    public String canonicalText() {
        return constants.stream().map(Constant::name).collect(Collectors.joining(",", "enum " + name + "{", "};"));
    }
}

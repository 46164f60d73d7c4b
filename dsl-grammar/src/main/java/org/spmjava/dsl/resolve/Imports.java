package org.spmjava.dsl.resolve;

import java.util.List;

/**
 * What the imports of a file bring.
 *
 * @param types the structs and enums, in the order of the imports; none twice
 * @param complete whether every import was found and understood; if not, an unknown name may be one of its types
 */
public record Imports(List<DeclaredType> types, boolean complete) {

    /** Those of a file without imports. */
    public static final Imports NONE = new Imports(List.of(), true);

    /** @throws NullPointerException if the list is null */
    public Imports {
        types = List.copyOf(types);
    }
}

package org.spmjava.dsl.source;

import java.util.List;
import java.util.Optional;

/**
 * Where imported typedefs come from. The compiler asks by the names that imports spell, always relative, with {@code /}
 * between their parts and without {@code .} or {@code ..}; whoever answers decides where to look, and nowhere else.
 */
public interface TypedefSources {

    /** Finds nothing. */
    TypedefSources NONE = name -> Optional.empty();

    /** The text of the file that imports call {@code name}, if there is one; never null. */
    Optional<SourceText> find(String name);

    /** The names that there are, to guess what a misspelt one was meant to be; may be incomplete, never null. */
    default List<String> names() {
        return List.of();
    }
}

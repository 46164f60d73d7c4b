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

    /** What keeps a file that is there from being imported. */
    sealed interface Obstacle {

        /**
         * There are several files of the name.
         *
         * @param places where they are; copied
         */
        record Several(List<String> places) implements Obstacle {
            /** Refuses null. */
            public Several {
                places = List.copyOf(places);
            }
        }

        /**
         * The file cannot be used.
         *
         * @param reason a clause that follows a colon, such as {@code it is not UTF-8}; not null
         */
        record Unusable(String reason) implements Obstacle {}
    }

    /** Why {@link #find} finds nothing although something is there; asked only then, never null. */
    default Optional<Obstacle> obstacle(String name) {
        return Optional.empty();
    }

    /** The names that there are, to guess what a misspelt one was meant to be; may be incomplete, never null. */
    default List<String> names() {
        return List.of();
    }
}

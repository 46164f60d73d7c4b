package org.spmjava.dsl.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in their order, found in constant time: there may be thousands, each asked for by thousands of fields. */
final class SequencedNames {

    /** More would not be read. */
    private static final int MOST_SHOWN = 20;

    /** To compare a misspelt word with each takes time. */
    private static final int MOST_COMPARED = 1_000;

    private final Set<String> names;

    SequencedNames(Stream<String> names) {
        this.names = names.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    void add(String name) {
        names.add(name);
    }

    /** Those that a word which is none of them may have been meant to be. */
    List<String> candidates() {
        return names.stream().limit(MOST_COMPARED).toList();
    }

    /** The names for a sentence, such as {@code `A`, `B`}, as many as are read in one: see {@link #text(int)}. */
    String text() {
        return text(MOST_SHOWN);
    }

    /** At most so many names for a sentence; ends with an ellipsis where there are more, and is empty without any. */
    String text(int most) {
        String shown = names.stream().limit(most).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return names.size() > most ? shown + ", …" : shown;
    }
}

package org.spmjava.dsl.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.model.NamedType;

/** The declared types that the fields of a file may name. */
final class Scope {

    /**
     * A type by its name.
     *
     * @param type what fields hold
     * @param constants the constants of an enum in source order, as far as they were understood
     * @param damaged whether there may be more constants
     */
    record Entry(NamedType type, SequencedNames constants, boolean damaged) {

        static Entry struct(String name) {
            return new Entry(new NamedType(name, NamedType.Kind.STRUCT), new SequencedNames(Stream.of()), false);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final SequencedNames names = new SequencedNames(Stream.of());
    private boolean complete = true;

    /** Where two have one name, the first is meant: the second is reported. */
    void add(Entry entry) {
        entries.putIfAbsent(entry.type().name(), entry);
        names.add(entry.type().name());
    }

    void add(DeclaredType type) {
        if (type instanceof DeclaredEnum declared) {
            SequencedNames constants = new SequencedNames(declared.constants().stream()
                    .map(constant -> constant.name().text()));
            add(new Entry(new NamedType(declared.name().text(), NamedType.Kind.ENUM), constants, declared.damaged()));
        } else {
            add(Entry.struct(type.name().text()));
        }
    }

    /** Notes that a declaration or an import was not understood: a name that is not here may stand there. */
    void isIncomplete() {
        complete = false;
    }

    boolean mayHold(String name) {
        return !complete || entries.containsKey(name);
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    SequencedNames names() {
        return names;
    }
}

package org.spmjava.dsl.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spmjava.dsl.model.NamedType;

/** The declared types that the fields of a file may name. */
final class Scope {

    /**
     * A type by its name.
     *
     * @param type what fields hold
     * @param constants the constants of an enum, as far as they were understood
     * @param damaged whether there may be more constants
     */
    record Entry(NamedType type, List<String> constants, boolean damaged) {}

    private static final int MOST_OFFERED = 20;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean complete = true;

    /** Where two have one name, the first is meant: the second is reported. */
    void add(Entry entry) {
        entries.putIfAbsent(entry.type().name(), entry);
    }

    void add(DeclaredType type) {
        if (type instanceof DeclaredEnum declared) {
            List<String> constants = declared.constants().stream()
                    .map(constant -> constant.name().text())
                    .toList();
            add(new Entry(new NamedType(declared.name().text(), NamedType.Kind.ENUM), constants, declared.damaged()));
        } else {
            add(new Entry(new NamedType(type.name().text(), NamedType.Kind.STRUCT), List.of(), false));
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

    /** Those to offer for a word that is none: not so many that nobody reads them, or that comparing takes long. */
    List<String> names() {
        return entries.keySet().stream().limit(MOST_OFFERED).toList();
    }
}

package org.spmjava.dsl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.Span;

/**
 * One task of a typedef: what the system must know of it ({@code spm}) and what its user adds.
 *
 * @param head the pattern it is for; not null
 * @param evaluation what {@code meta} tells about how it is evaluated; not null
 * @param meta what the user tells the system; holds label and timeout, and the fields of its evaluation
 * @param core what the system tells or is told about the Spoke
 * @param stat the outcome
 * @param fields the user's own fields in source order, beside {@code spm}; not null, copied
 * @param types the structs and enums that its fields and its return value name, directly or through others, in the
 *     order of their names; not null, copied
 * @param states where and when the task may be used, in the order in which they are written; not null, copied
 * @param span the whole declaration in the typedef
 * @param line the line where the declaration begins, from 1
 * @param documentation the comment lines directly above, without their {@code #}, joined by LF
 */
public record TaskType(
        Head head,
        Evaluation evaluation,
        Struct meta,
        Struct core,
        Struct stat,
        List<Field> fields,
        List<TypeDefinition> types,
        List<State> states,
        Span span,
        int line,
        Optional<String> documentation) {

    /** @throws NullPointerException if anything is null */
    public TaskType {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(evaluation, "evaluation");
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(core, "core");
        Objects.requireNonNull(stat, "stat");
        fields = List.copyOf(fields);
        types = List.copyOf(types);
        states = List.copyOf(states);
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(documentation, "documentation");
    }

    /** The same task for another pattern, not null; never null. */
    public TaskType withHead(Head other) {
        return new TaskType(other, evaluation, meta, core, stat, fields, types, states, span, line, documentation);
    }

    /**
     * What a type in the task's fields stands for.
     *
     * @throws java.util.NoSuchElementException if no field of the task names it
     */
    public TypeDefinition definition(NamedType type) {
        return types.stream()
                .filter(definition -> definition.name().equals(type.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The user's field called {@code fieldName}, if there is one; never null. */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /**
     * A number that two tasks share when they mean the same: same head, and same names, types, initialisers and states
     * in the same order, down to the structs and enums that they name. Comments, spacing, spelling, file name and
     * position do not count. The same on every machine and in every version that keeps {@link #canonicalText()}.
     */
    public long fingerprint() {
        return Fingerprint.of(canonicalText());
    }

    /** The one text that stands for this task's meaning: what {@link #fingerprint()} is taken of. Never null. */
    public String canonicalText() {
        StringBuilder out = new StringBuilder();
        types.forEach(type -> out.append(type.canonicalText()));
        states.forEach(state -> out.append('@').append(state.keyword()).append(' '));
        out.append("task<").append(head.keyword()).append(">{struct spm{");
        for (Struct struct : List.of(meta, core, stat)) {
            out.append("struct ").append(struct.name()).append('{');
            struct.fields().forEach(field -> out.append(field.canonicalText()));
            out.append("};");
        }
        out.append("};");
        fields.forEach(field -> out.append(field.canonicalText()));
        return out.append("};").toString();
    }
}

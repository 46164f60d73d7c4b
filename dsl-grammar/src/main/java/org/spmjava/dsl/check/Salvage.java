package org.spmjava.dsl.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spmjava.dsl.check.SpmSchema.KnownField;
import org.spmjava.dsl.check.SpmSchema.Part;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Literal;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.resolve.DeclaredEnum;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredStruct;
import org.spmjava.dsl.resolve.DeclaredStructType;
import org.spmjava.dsl.resolve.DeclaredTask;
import org.spmjava.dsl.resolve.DeclaredType;
import org.spmjava.dsl.resolve.Word;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/**
 * What remains of a broken file when everything that a check is against is left out, and what must be there is put in:
 * a file that no check is against.
 */
public final class Salvage {

    /** Leaving out one thing may break another, but not for long. */
    private static final int MOST_ROUNDS = 8;

    private static final Span NOWHERE = Span.at(0);
    private static final Type ANYTHING = new Scalar(ValueType.MIXED);
    private static final List<String> EVALUATORS = List.of("module", "api");

    private final Map<String, DeclaredType> types = new LinkedHashMap<>();
    private final List<Span> reported;

    /** @param reported the places of what to leave out */
    private Salvage(DeclaredFile file, List<Span> reported) {
        this.reported = reported;
        file.visible()
                .filter(type -> type.importedFrom().isPresent() || !isReported(type.name()))
                .forEach(type -> types.putIfAbsent(type.name().text(), type));
    }

    /**
     * The sound part of {@code broken}, which imports sound types alone; empty if none was found soon.
     *
     * @param source the text of the file
     */
    public static Optional<DeclaredFile> of(DeclaredFile broken, SourceText source) {
        DeclaredFile file = new Salvage(broken, List.of()).file(broken);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Diagnostics diagnostics = new Diagnostics(source);
            Checks.run(file, diagnostics);
            if (!diagnostics.hasErrors()) {
                return Optional.of(file);
            }
            List<Span> reported =
                    diagnostics.sorted().stream().map(Diagnostic::span).toList();
            file = new Salvage(file, reported).file(file);
        }
        return Optional.empty();
    }

    private DeclaredFile file(DeclaredFile file) {
        List<DeclaredTask> tasks = file.tasks().stream()
                .filter(task -> !isReported(task.body().name()))
                .map(this::task)
                .toList();
        List<DeclaredType> own = types.values().stream()
                .filter(type -> type.importedFrom().isEmpty())
                .map(this::type)
                .toList();
        return new DeclaredFile(tasks, own, file.imported());
    }

    private DeclaredType type(DeclaredType type) {
        if (type instanceof DeclaredEnum written) {
            List<DeclaredEnum.Constant> constants = written.constants().stream()
                    .filter(constant -> !isReported(constant.name()))
                    .toList();
            return new DeclaredEnum(
                    written.name(),
                    constants,
                    false,
                    written.span(),
                    Optional.empty(),
                    written.line(),
                    written.documentation());
        }
        DeclaredStructType struct = (DeclaredStructType) type;
        DeclaredStruct body = struct(struct.name(), List.of(), fields(struct.body()));
        return new DeclaredStructType(body, Optional.empty(), struct.line(), struct.documentation());
    }

    private DeclaredTask task(DeclaredTask task) {
        List<DeclaredStruct> parts =
                SpmSchema.PARTS.stream().map(part -> part(part, task)).toList();
        DeclaredStruct spm = struct(new Word("spm", NOWHERE), parts, List.of());
        DeclaredStruct body = struct(task.body().name(), List.of(spm), fields(task.body()));
        Head head = task.head().orElse(Head.LIST);
        return new DeclaredTask(Optional.of(head), List.of(), body, task.line(), task.documentation());
    }

    private DeclaredStruct part(Part part, DeclaredTask task) {
        List<DeclaredField> fields = new ArrayList<>();
        task.spm()
                .flatMap(spm -> spm.struct(part.name()))
                .ifPresent(written -> known(part, written).forEach(fields::add));
        if (part == SpmSchema.META) {
            require("label", new Literal.Text("label"), fields);
            if (fields.stream()
                    .noneMatch(field -> EVALUATORS.contains(field.name().text()))) {
                require("module", Absence.DEFERRED, fields);
            }
            require("timeout", new Literal.Time(Duration.ofSeconds(1)), fields);
            if (has("api", fields)) {
                require("apiArgs", Absence.DEFERRED, fields);
            }
        }
        return struct(new Word(part.name(), NOWHERE), List.of(), fields);
    }

    /** What the system knows, each once; where a check is against one, as most typedefs have it. */
    private List<DeclaredField> known(Part part, DeclaredStruct written) {
        Map<String, DeclaredField> fields = new LinkedHashMap<>();
        for (DeclaredField field : written.fields()) {
            Optional<KnownField> known = part.field(field.name().text());
            if (known.isPresent() && !isReported(field.name())) {
                boolean sound = field.type().isPresent()
                        && field.initializer().isPresent()
                        && reported.stream().noneMatch(field.span()::encloses);
                fields.putIfAbsent(field.name().text(), sound ? field : usual(field, known.get()));
            }
        }
        return List.copyOf(fields.values());
    }

    private static DeclaredField usual(DeclaredField field, KnownField known) {
        return field(field, known.type(), known.usual());
    }

    /** What lets a setter stay where users call it, or lets them do without. */
    private static void require(String name, Initializer initializer, List<DeclaredField> fields) {
        if (!has(name, fields)) {
            DeclaredField nothing = new DeclaredField(
                    new Word(name, NOWHERE),
                    Optional.empty(),
                    NOWHERE,
                    Optional.empty(),
                    NOWHERE,
                    List.of(),
                    NOWHERE,
                    1,
                    Optional.empty());
            fields.add(field(nothing, SpmSchema.META.field(name).orElseThrow().type(), initializer));
        }
    }

    private static boolean has(String name, List<DeclaredField> fields) {
        return fields.stream().anyMatch(field -> field.name().text().equals(name));
    }

    private List<DeclaredField> fields(DeclaredStruct struct) {
        return struct.fields().stream()
                .filter(field -> reported.stream().noneMatch(field.span()::encloses))
                .map(this::field)
                .toList();
    }

    private DeclaredField field(DeclaredField field) {
        Optional<Type> type =
                field.type().filter(known -> known.elements().stream().allMatch(this::isKnown));
        Optional<Initializer> initializer = field.initializer()
                .filter(value -> value instanceof Absence || type.isPresent())
                .filter(value -> !(value instanceof Literal.Constant constant) || holds(type.orElseThrow(), constant));
        return field(field, type.orElse(ANYTHING), initializer.orElse(Absence.DEFERRED));
    }

    private boolean isKnown(ElementType type) {
        return !(type instanceof NamedType named) || types.containsKey(named.name());
    }

    private boolean holds(Type type, Literal.Constant constant) {
        return type.elements().stream()
                .map(element -> types.get(((NamedType) element).name()))
                .flatMap(declared -> ((DeclaredEnum) declared).constants().stream())
                .anyMatch(known -> known.name().text().equals(constant.name()) && !isReported(known.name()));
    }

    private boolean isReported(Word word) {
        return word.span().length() > 0 && reported.contains(word.span());
    }

    private static DeclaredField field(DeclaredField field, Type type, Initializer initializer) {
        return new DeclaredField(
                field.name(),
                Optional.of(type),
                field.typeSpan(),
                Optional.of(initializer),
                field.initializerSpan(),
                List.of(),
                field.span(),
                field.line(),
                field.documentation());
    }

    private static DeclaredStruct struct(Word name, List<DeclaredStruct> structs, List<DeclaredField> fields) {
        return new DeclaredStruct(name, structs, fields, NOWHERE, false);
    }
}

package org.spmjava.dsl.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spmjava.dsl.model.EnumType;
import org.spmjava.dsl.model.Evaluation;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.Struct;
import org.spmjava.dsl.model.StructType;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.TypeDefinition;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;

/** The last phase: declarations without an error to model. */
public final class ModelBuilder {

    private final Map<String, TypeDefinition> definitions = new LinkedHashMap<>();

    private ModelBuilder() {}

    /**
     * The meaning of {@code file}. Never null.
     *
     * @throws java.util.NoSuchElementException if something is missing that the checks ask for
     */
    public static TypedefFile build(SourceText source, DeclaredFile file) {
        ModelBuilder builder = new ModelBuilder();
        file.visible().forEach(type -> builder.definitions.put(type.name().text(), definition(type)));
        return new TypedefFile(source, file.tasks().stream().map(builder::task).toList());
    }

    private static TypeDefinition definition(DeclaredType type) {
        if (type instanceof DeclaredEnum declared) {
            List<EnumType.Constant> constants = declared.constants().stream()
                    .map(constant ->
                            new EnumType.Constant(constant.name().text(), constant.line(), constant.documentation()))
                    .toList();
            return new EnumType(
                    declared.name().text(),
                    constants,
                    declared.importedFrom(),
                    declared.line(),
                    declared.documentation());
        }
        DeclaredStructType struct = (DeclaredStructType) type;
        return new StructType(
                struct.name().text(),
                fields(struct.body().fields()),
                struct.importedFrom(),
                struct.line(),
                struct.documentation());
    }

    private TaskType task(DeclaredTask task) {
        DeclaredStruct spm = task.spm().orElseThrow();
        Struct meta = struct(spm.struct("meta").orElseThrow());
        Struct stat = struct(spm.struct("stat").orElseThrow());
        List<Field> fields = fields(task.userFields());
        List<Field> naming =
                Stream.concat(stat.fields().stream(), fields.stream()).toList();
        return new TaskType(
                task.head().orElseThrow(),
                meta.field("module").isPresent() ? Evaluation.PINTERP : Evaluation.PAPPLY,
                meta,
                struct(spm.struct("core").orElseThrow()),
                stat,
                fields,
                reachableFrom(naming),
                states(task.states()),
                task.body().span(),
                task.line(),
                task.documentation());
    }

    private List<TypeDefinition> reachableFrom(List<Field> fields) {
        SortedMap<String, TypeDefinition> reachable = new TreeMap<>();
        Deque<NamedType> open = new ArrayDeque<>();
        named(fields).forEach(open::add);
        while (!open.isEmpty()) {
            String name = open.remove().name();
            TypeDefinition definition = definitions.get(name);
            if (reachable.putIfAbsent(name, definition) == null && definition instanceof StructType struct) {
                named(struct.fields()).forEach(open::add);
            }
        }
        return List.copyOf(reachable.values());
    }

    private static Stream<NamedType> named(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> field.type().elements().stream())
                .filter(NamedType.class::isInstance)
                .map(NamedType.class::cast);
    }

    private static Struct struct(DeclaredStruct struct) {
        return new Struct(struct.name().text(), fields(struct.fields()), struct.span());
    }

    private static List<Field> fields(List<DeclaredField> fields) {
        return fields.stream().map(ModelBuilder::field).toList();
    }

    private static Field field(DeclaredField field) {
        return new Field(
                field.name().text(),
                field.type().orElseThrow(),
                field.initializer().orElseThrow(),
                states(field.states()),
                field.span(),
                field.line(),
                field.documentation());
    }

    private static List<State> states(List<DeclaredState> states) {
        return states.stream().map(DeclaredState::state).toList();
    }
}

package org.spmjava.dsl.resolve;

import java.util.List;
import org.spmjava.dsl.model.Evaluation;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Struct;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;

/** The last phase: declarations without an error to model. */
public final class ModelBuilder {

    private ModelBuilder() {}

    /**
     * The meaning of {@code tasks}. Never null.
     *
     * @throws java.util.NoSuchElementException if something is missing that the checks ask for
     */
    public static TypedefFile build(SourceText source, List<DeclaredTask> tasks) {
        return new TypedefFile(source, tasks.stream().map(ModelBuilder::task).toList());
    }

    private static TaskType task(DeclaredTask task) {
        DeclaredStruct spm = task.spm().orElseThrow();
        Struct meta = struct(spm.struct("meta").orElseThrow());
        return new TaskType(
                task.head().orElseThrow(),
                meta.field("module").isPresent() ? Evaluation.PINTERP : Evaluation.PAPPLY,
                meta,
                struct(spm.struct("core").orElseThrow()),
                struct(spm.struct("stat").orElseThrow()),
                fields(task.userFields()),
                task.body().span(),
                task.line(),
                task.documentation());
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
                field.span(),
                field.line(),
                field.documentation());
    }
}

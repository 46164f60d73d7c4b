package org.spmjava.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/** Model to Java files: the one door into the generator. Pure and deterministic. */
public final class ManagerGenerator {

    /** The name of the method that evaluates a task. */
    public static final String EVALUATOR = "taskEval";

    /** The name of the method that combines what two tasks of an aggregate returned. */
    public static final String REDUCER = "taskReduce";

    private ManagerGenerator() {}

    /**
     * Writes the payload and the manager of one task.
     *
     * @param spec what to write, checked
     * @return {@code <Class>Task} and {@code <Class>Manager}, in this order
     */
    public static List<JavaFile> generate(ManagerSpec spec) {
        Payload payload = new Payload(spec);
        return List.of(
                file(payload.type(), new PayloadWriter(payload).write()),
                file(managerOf(spec.annotatedClass()), new ManagerWriter(payload).write()));
    }

    /**
     * Writes the payload of one task, and a manager that does nothing. For evaluators with a mistake, or a typedef
     * whose meaning is guessed: it was reported, and is not to be followed by an error wherever the classes are named.
     *
     * @param spec what to write; its evaluators are named, their return type does not matter
     * @param mentioned types that users take to be nested in the payload; those that it lacks are put in, empty
     * @return {@code <Class>Task} and {@code <Class>Manager}, in this order
     */
    public static List<JavaFile> withStubManager(ManagerSpec spec, Set<String> mentioned) {
        Payload payload = new Payload(spec);
        StubWriter writer = new StubWriter(spec.annotatedClass(), spec.generator());
        ClassName manager = managerOf(spec.annotatedClass());
        return List.of(
                file(payload.type(), StubWriter.complete(new PayloadWriter(payload).begun(), mentioned)),
                file(manager, writer.manager(manager, payload.type(), payload.firstStage())));
    }

    /**
     * Writes a payload and a manager that do nothing. For a typedef of which nothing was understood.
     *
     * @param annotatedClass the user's class
     * @param evaluators the evaluator classes, at least one
     * @param mentioned types that users take to be nested in the payload
     * @param generator who asks for the code: the value of {@code @Generated}
     * @return {@code <Class>Task} and {@code <Class>Manager}, in this order
     */
    public static List<JavaFile> stubs(
            ClassName annotatedClass, List<ClassName> evaluators, Set<String> mentioned, String generator) {
        ClassName task = taskOf(annotatedClass);
        ClassName manager = managerOf(annotatedClass);
        StubWriter writer = new StubWriter(annotatedClass, generator);
        return List.of(
                file(task, StubWriter.complete(writer.task(task, evaluators), mentioned)),
                file(manager, writer.manager(manager, task, task)));
    }

    /**
     * The payload class of an annotated class.
     *
     * @param annotatedClass the user's class
     * @return {@code <Class>Task}, in the same package and never nested
     */
    public static ClassName taskOf(ClassName annotatedClass) {
        return ClassName.get(annotatedClass.packageName(), annotatedClass.simpleName() + "Task");
    }

    /**
     * The manager class of an annotated class.
     *
     * @param annotatedClass the user's class
     * @return {@code <Class>Manager}, in the same package and never nested
     */
    public static ClassName managerOf(ClassName annotatedClass) {
        return ClassName.get(annotatedClass.packageName(), annotatedClass.simpleName() + "Manager");
    }

    static AnnotationSpec generatedBy(String generator) {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", generator)
                .build();
    }

    private static JavaFile file(ClassName name, TypeSpec type) {
        return JavaFile.builder(name.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }
}

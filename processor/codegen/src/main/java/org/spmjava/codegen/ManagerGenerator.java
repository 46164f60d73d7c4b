package org.spmjava.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Model to Java files: the one door into the generator. Pure and deterministic. */
public final class ManagerGenerator {

    /** The name of the method that evaluates a task. */
    public static final String EVALUATOR = "taskEval";

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
     * Writes classes of the same names that do nothing, so that a mistake that was reported is not followed by an error
     * wherever the classes are named.
     *
     * @param annotatedClass the user's class
     * @param evaluators the evaluator classes, as far as they are known
     * @param generator who asks for the code: the value of {@code @Generated}
     * @return {@code <Class>Task} and {@code <Class>Manager}, in this order
     */
    public static List<JavaFile> stubs(ClassName annotatedClass, List<ClassName> evaluators, String generator) {
        ClassName task = taskOf(annotatedClass);
        StubWriter writer = new StubWriter(annotatedClass, generator);
        return List.of(
                file(task, writer.task(task, evaluators)),
                file(managerOf(annotatedClass), writer.manager(managerOf(annotatedClass), task)));
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

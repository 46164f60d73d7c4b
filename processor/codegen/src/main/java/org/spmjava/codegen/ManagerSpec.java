package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Objects;
import org.spmjava.dsl.model.TaskType;

/**
 * One task manager, as far as its code depends on it.
 *
 * @param annotatedClass the user's class; the generated classes are its neighbours in the package
 * @param typedefFile the typedef's path below its root, as the user wrote it; for documentation alone
 * @param task the task that is managed
 * @param signature the closure's signature, unique in a session
 * @param management what the runtime does with the tasks, as far as its pattern leaves a choice
 * @param evaluators among which {@code spm.meta.module} chooses, in their order; empty if, and only if, the task
 *     applies an API
 * @param returnType what the evaluators, or the API, return
 * @param generator who asks for the code: the value of {@code @Generated}
 */
public record ManagerSpec(
        ClassName annotatedClass,
        String typedefFile,
        TaskType task,
        String signature,
        Management management,
        List<ClassName> evaluators,
        ReturnType returnType,
        String generator) {

    private static final long FNV_PRIME = 0x100000001b3L;

    /** @throws NullPointerException if anything is null */
    public ManagerSpec {
        Objects.requireNonNull(annotatedClass, "annotatedClass");
        Objects.requireNonNull(typedefFile, "typedefFile");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(management, "management");
        evaluators = List.copyOf(evaluators);
        Objects.requireNonNull(returnType, "returnType");
        Objects.requireNonNull(generator, "generator");
    }

    /**
     * A number that two managers share when each reads what the other writes: same task, same evaluators in the same
     * order, same return type. FNV-1a, continued from the task's by characters: it resists accidents, not adversaries.
     */
    long fingerprint() {
        StringBuilder text = new StringBuilder();
        ModuleNames.of(evaluators).keySet().forEach(name -> text.append(name).append(','));
        returnType.type().ifPresent(type -> text.append(type.text()));
        text.append(returnType.nullable() ? '?' : '!');
        long hash = task.fingerprint();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.spmjava.dsl.model.Field;

/**
 * Writes the nested record {@code Stat}: how a task ended. It does not travel, and decodes nothing until it is asked.
 */
final class StatWriter {

    private static final TypeName MAYBE_ERROR =
            ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeTypes.TASK_ERROR);

    private final Payload payload;
    private final TypeName returned;

    StatWriter(Payload payload) {
        this.payload = payload;
        this.returned = Result.of(payload.spec()).type();
    }

    TypeSpec write() {
        ClassName name = payload.nested("Stat");
        boolean empty = payload.stat().isEmpty();
        List<Component> components = new ArrayList<>();
        if (!empty) {
            TypeName told = ParameterizedTypeName.get(RuntimeTypes.TASK_STAT, returned);
            components.add(new Component("told", told, CodeBlock.of("whom the accessors ask")));
        }
        CodeBlock documentation = CodeBlock.of("How the task ended: {@code struct stat} of $L.\n", payload.title());
        TypeSpec.Builder type = RecordWriter.write(name, documentation, components)
                .addField(FieldSpec.builder(name, "PENDING", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Of a task that has not ended.\n")
                        .initializer(
                                empty
                                        ? CodeBlock.of("new $T()", name)
                                        : CodeBlock.of("new $T($T.pending())", name, RuntimeTypes.TASK_STAT))
                        .build());
        payload.stat().forEach(field -> type.addMethod(accessor(field)));
        return type.build();
    }

    private MethodSpec accessor(Field field) {
        boolean value = field.name().equals("returnValue");
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(field.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "{@code spm.stat.$L}: $L.\n\n",
                        field.name(),
                        payload.doc().field(field))
                .addStatement("return told.$L()", field.name());
        if (value) {
            return accessor.addJavadoc("@return what the task returned\n")
                    .addJavadoc("@throws $L if it did not return\n", RuntimeTypes.TASK_ERROR.canonicalName())
                    .addJavadoc("@throws $L if it has not ended\n", RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                    .returns(returned)
                    .build();
        }
        return accessor.addJavadoc("@return why the task did not return; empty if it did, or has not ended\n")
                .returns(MAYBE_ERROR)
                .build();
    }
}

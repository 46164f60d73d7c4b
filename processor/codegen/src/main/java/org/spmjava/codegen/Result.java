package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.source.Span;

/** What a task returns: its type, and how it travels. */
final class Result {

    private static final String NAME = "returnValue";

    private final Optional<Slot> slot;
    private final boolean nullable;

    private Result(Optional<Slot> slot, boolean nullable) {
        this.slot = slot;
        this.nullable = nullable;
    }

    static Result of(ManagerSpec spec) {
        ClassName owner = ManagerGenerator.taskOf(spec.annotatedClass());
        ReturnType returned = spec.returnType();
        return new Result(returned.type().map(type -> slot(type, owner)), returned.nullable());
    }

    /** A return value is a field that is there; that it may be null is told apart. */
    private static Slot slot(Type type, ClassName owner) {
        Field field = new Field(NAME, type, Absence.DEFERRED, List.of(), Span.at(0), 1, Optional.empty());
        return Slot.of(field, NAME, CodeBlock.of(""), owner);
    }

    /** The type argument {@code R}. */
    TypeName type() {
        return slot.map(value -> value.type().box()).orElse(ClassName.get(Void.class));
    }

    boolean isNothing() {
        return slot.isEmpty();
    }

    TypeSpec codec(ClassName name) {
        MethodSpec.Builder write = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(type(), NAME)
                .addParameter(RuntimeTypes.WIRE_OUT, "out");
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WIRE_IN, "in")
                .returns(type());
        slot.ifPresentOrElse(value -> code(value, write, read), () -> read.addStatement("return null"));
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.PAYLOAD_CODEC, type()))
                .addJavadoc("How the return value travels$L.\n", isNothing() ? ": there is none" : "")
                .addMethod(write.build())
                .addMethod(read.build())
                .build();
    }

    private void code(Slot value, MethodSpec.Builder write, MethodSpec.Builder read) {
        CodeBlock written = value.write(CodeBlock.of("out"), CodeBlock.of(NAME));
        CodeBlock restored = value.read(CodeBlock.of("in"));
        List<CodeBlock> checks = value.snippetChecks();
        if (nullable) {
            write.addStatement("$T.writeBool(out, $S, $L != null)", RuntimeTypes.WIRE_FIELDS, NAME + "?", NAME)
                    .beginControlFlow("if ($L != null)", NAME);
            checks.forEach(write::addStatement);
            write.addStatement(written).endControlFlow();
            read.addStatement("return $T.readBool(in, $S) ? $L : null", RuntimeTypes.WIRE_FIELDS, NAME + "?", restored);
        } else {
            checks.forEach(write::addStatement);
            write.addStatement(written);
            read.addStatement("return $L", restored);
        }
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the payload's codec: every field in the order of the typedef. */
final class CodecWriter {

    private final Payload payload;

    CodecWriter(Payload payload) {
        this.payload = payload;
    }

    TypeSpec write() {
        return TypeSpec.classBuilder(payload.nested("Codec"))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.PAYLOAD_CODEC, payload.type()))
                .addJavadoc("How the payload travels: every field in the order of the typedef.\n")
                .addMethod(writer())
                .addMethod(reader())
                .addMethods(UserTypeWriter.codec(payload))
                .build();
    }

    private MethodSpec writer() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(payload.type(), "task")
                .addParameter(RuntimeTypes.WIRE_OUT, "out");
        struct(method, "meta", payload.nested("Meta"), payload.meta());
        struct(method, "core", payload.nested("Core"), payload.core());
        fields(method, "task", payload.own());
        return method.build();
    }

    private static void struct(MethodSpec.Builder method, String name, ClassName type, List<Slot> slots) {
        if (slots.stream().anyMatch(Slot::isSettable)) {
            method.addStatement("$T $L = task.spm().$L()", type, name, name);
            fields(method, name, slots);
        }
    }

    private static void fields(MethodSpec.Builder method, String owner, List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.isSettable()) {
                method.addStatement(slot.write(CodeBlock.of("out"), CodeBlock.of("$L.$L()", owner, slot.name())));
            }
        }
    }

    private MethodSpec reader() {
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WIRE_IN, "in")
                .returns(payload.type())
                .addComment("Arguments are evaluated from left to right: in the order in which they were written.")
                .addStatement("return $L", Construction.payload(payload, slot -> slot.read(CodeBlock.of("in"))))
                .build();
    }
}

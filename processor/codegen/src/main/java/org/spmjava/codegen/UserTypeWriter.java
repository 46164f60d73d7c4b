package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.spmjava.dsl.model.EnumType;
import org.spmjava.dsl.model.StructType;
import org.spmjava.dsl.model.TypeDefinition;

/** Writes the user's structs and enums: records and enums within the payload that they travel in. */
final class UserTypeWriter {

    private final Payload payload;

    UserTypeWriter(Payload payload) {
        this.payload = payload;
    }

    /** All of them, in the order of their names. */
    List<TypeSpec> types() {
        return payload.spec().task().types().stream().map(this::type).toList();
    }

    private TypeSpec type(TypeDefinition definition) {
        return definition instanceof EnumType type ? enumeration(type) : struct((StructType) definition);
    }

    private TypeSpec enumeration(EnumType definition) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(payload.nested(definition.name()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(documentation("enum", definition));
        for (EnumType.Constant constant : definition.constants()) {
            CodeBlock place = CodeBlock.of("Line $L.\n", constant.line());
            type.addEnumConstant(
                    constant.name(),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc("$L$L", place, Doc.paragraph(constant.documentation()))
                            .build());
        }
        return type.build();
    }

    private TypeSpec struct(StructType definition) {
        ClassName name = payload.nested(definition.name());
        List<Slot> slots = payload.slots(definition);
        TypeSpec.Builder type = RecordWriter.write(name, documentation("struct", definition), slots);
        type.addMethod(factory(name, slots));
        slots.stream().filter(slot -> !slot.isDeferred()).forEach(slot -> type.addMethod(with(name, slot, slots)));
        return type.build();
    }

    private CodeBlock documentation(String word, TypeDefinition definition) {
        Doc doc = definition.importedFrom().map(Doc::new).orElse(payload.doc());
        return CodeBlock.builder()
                .add("$L in $L.\n", Doc.code(word + " " + definition.name()), doc.place(definition.line()))
                .add(Doc.paragraph(definition.documentation()))
                .build();
    }

    /** What must be set; the rest begins as the typedef says. */
    private static MethodSpec factory(ClassName name, List<Slot> slots) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("With what must be set; the rest begins as the typedef says.\n\n");
        List<CodeBlock> arguments = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.isDeferred()) {
                parameter(factory, slot);
            }
            arguments.add(slot.isDeferred() ? slot.kept() : slot.unset());
        }
        return factory.addJavadoc("@return the struct\n")
                .returns(name)
                .addStatement("return $L", Construction.outer(name, arguments))
                .build();
    }

    private static MethodSpec with(ClassName name, Slot changed, List<Slot> slots) {
        String wish = "with" + Character.toUpperCase(changed.name().charAt(0))
                + changed.name().substring(1);
        MethodSpec.Builder with = MethodSpec.methodBuilder(wish)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The same with another {@code $L}.\n\n", changed.field().name());
        parameter(with, changed);
        Function<Slot, CodeBlock> value = slot -> slot == changed ? slot.kept() : CodeBlock.of("this.$L", slot.name());
        return with.addJavadoc("@return the changed struct\n")
                .returns(name)
                .addStatement("return $L", Construction.outer(name, Construction.values(slots, value)))
                .build();
    }

    private static void parameter(MethodSpec.Builder method, Slot slot) {
        ParameterSpec parameter = slot.parameter();
        method.addParameter(parameter)
                .varargs(slot.isVarargs())
                .addJavadoc("@param $L $L\n", slot.name(), slot.documentation());
    }

    /** The methods of the payload's codec that a struct travels by. */
    static List<MethodSpec> codec(Payload payload) {
        List<MethodSpec> methods = new ArrayList<>();
        for (TypeDefinition definition : payload.spec().task().types()) {
            if (definition instanceof StructType struct) {
                methods.add(writer(payload, struct));
                methods.add(reader(payload, struct));
            }
        }
        return methods;
    }

    private static MethodSpec writer(Payload payload, StructType struct) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write" + struct.name())
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeTypes.WIRE_OUT, "out")
                .addParameter(String.class, "name")
                .addParameter(payload.nested(struct.name()), "struct")
                .addStatement(
                        "$T.writeInt(out, name, $L)",
                        RuntimeTypes.WIRE_FIELDS,
                        struct.fields().size());
        payload.slots(struct)
                .forEach(slot ->
                        method.addStatement(slot.write(CodeBlock.of("out"), CodeBlock.of("struct.$L()", slot.name()))));
        return method.build();
    }

    private static MethodSpec reader(Payload payload, StructType struct) {
        ClassName name = payload.nested(struct.name());
        List<CodeBlock> values = Construction.values(payload.slots(struct), slot -> slot.read(CodeBlock.of("in")));
        return MethodSpec.methodBuilder("read" + struct.name())
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeTypes.WIRE_IN, "in")
                .addParameter(String.class, "name")
                .returns(name)
                .addStatement("$T.readInt(in, name)", RuntimeTypes.WIRE_FIELDS)
                .addStatement("return $L", Construction.outer(name, values))
                .build();
    }
}

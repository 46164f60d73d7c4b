package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** A record that refuses null, and whose arrays are its own. */
final class RecordWriter {

    private RecordWriter() {}

    static TypeSpec.Builder write(ClassName name, CodeBlock documentation, List<? extends Component> components) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(documentation)
                .recordConstructor(header(components));
        compactConstructor(type, components);
        components.forEach(component -> accessor(type, component));
        if (components.stream().anyMatch(Component::holdsArrays)) {
            type.addMethod(equals(name, components)).addMethod(hashCode(components));
        }
        return type;
    }

    private static MethodSpec header(List<? extends Component> components) {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        for (Component component : components) {
            header.addParameter(ParameterSpec.builder(component.type(), component.name())
                    .addJavadoc("$L\n", component.documentation())
                    .build());
        }
        return header.build();
    }

    private static void compactConstructor(TypeSpec.Builder type, List<? extends Component> components) {
        List<CodeBlock> statements = components.stream()
                .flatMap(component -> component.constructorStatements().stream())
                .toList();
        if (!statements.isEmpty()) {
            MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Refuses null and copies what is mutable.\n");
            statements.forEach(constructor::addStatement);
            type.addMethod(constructor.build());
        }
    }

    private static void accessor(TypeSpec.Builder type, Component component) {
        component
                .accessed()
                .ifPresent(value -> type.addMethod(MethodSpec.methodBuilder(component.name())
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(component.type())
                        .addStatement("return $L", value)
                        .build()));
    }

    private static MethodSpec equals(ClassName name, List<? extends Component> components) {
        CodeBlock same = components.stream().map(Component::same).collect(CodeBlock.joining("\n&& "));
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addParameter(Object.class, "other")
                .addStatement("return other instanceof $T that\n&& $L", name, same)
                .build();
    }

    private static MethodSpec hashCode(List<? extends Component> components) {
        CodeBlock hashed = components.stream().map(Component::hashed).collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return $T.hash($L)", Objects.class, hashed)
                .build();
    }
}

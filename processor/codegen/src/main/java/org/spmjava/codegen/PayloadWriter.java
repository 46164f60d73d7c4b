package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes {@code <Class>Task}: the payload, its staged builder, and how it travels. */
final class PayloadWriter {

    private final Payload payload;

    PayloadWriter(Payload payload) {
        this.payload = payload;
    }

    TypeSpec write() {
        return begun().build();
    }

    /** The same, to be continued. */
    TypeSpec.Builder begun() {
        StageWriter stages = new StageWriter(payload);
        TypeSpec.Builder type = RecordWriter.write(payload.type(), documentation(), components())
                .addAnnotation(ManagerGenerator.generatedBy(payload.spec().generator()));
        type.addMethod(begin());
        type.addType(spm()).addType(meta()).addType(core());
        type.addType(new StatWriter(payload).write());
        if (!payload.appliesApi()) {
            type.addType(module());
        }
        type.addTypes(new UserTypeWriter(payload).types());
        type.addTypes(stages.interfaces());
        return type.addType(stages.implementation()).addType(new CodecWriter(payload).write());
    }

    private CodeBlock documentation() {
        return CodeBlock.builder()
                .add("A task of $L.\n", payload.title())
                .add(Doc.paragraph(payload.spec().task().documentation()))
                .build();
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        components.add(
                new Component("spm", payload.nested("Spm"), CodeBlock.of("what SPM.Java itself knows of the task")));
        components.addAll(payload.own());
        return components;
    }

    private MethodSpec begin() {
        return MethodSpec.methodBuilder("stages")
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Begins a task that its last stage gives to {@code sink}.\n")
                .addParameter(payload.sinkType(), "sink")
                .returns(payload.firstStage())
                .addStatement("return new $T(sink)", payload.nested("Stages"))
                .build();
    }

    private TypeSpec spm() {
        List<Component> parts = List.of(
                new Component("meta", payload.nested("Meta"), CodeBlock.of("what the user tells of the task")),
                new Component("core", payload.nested("Core"), CodeBlock.of("what concerns the task's Spoke")),
                new Component("stat", payload.nested("Stat"), CodeBlock.of("how the task ended")));
        return RecordWriter.write(
                        payload.nested("Spm"),
                        CodeBlock.of("What SPM.Java itself knows of the task: {@code struct spm}.\n"),
                        parts)
                .build();
    }

    private TypeSpec meta() {
        return struct("Meta", "What the user tells of the task", "meta", payload.meta());
    }

    private TypeSpec core() {
        return struct("Core", "What concerns the task's Spoke", "core", payload.core());
    }

    private TypeSpec struct(String type, String meaning, String name, List<Slot> slots) {
        CodeBlock documentation = CodeBlock.of("$L: {@code struct $L} of $L.\n", meaning, name, payload.title());
        return RecordWriter.write(payload.nested(type), documentation, slots).build();
    }

    private TypeSpec module() {
        ClassName name = payload.nested("Module");
        TypeSpec.Builder type = TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The evaluators among which {@code spm.meta.module} chooses.\n");
        String handle = payload.spec()
                .management()
                .handle()
                .map(handed -> ", " + inDocumentation(handed))
                .orElse("");
        for (Map.Entry<String, ClassName> module :
                ModuleNames.of(payload.spec().evaluators()).entrySet()) {
            type.addEnumConstant(
                    module.getKey(),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(
                                    "{@link $L#$L($T$L)}.\n",
                                    inDocumentation(module.getValue()),
                                    ManagerGenerator.EVALUATOR,
                                    payload.type(),
                                    handle)
                            .build());
        }
        return type.build();
    }

    /** An import for the sake of documentation alone would be one that code does not use. */
    private String inDocumentation(ClassName name) {
        return name.packageName().equals(payload.type().packageName())
                ? String.join(".", name.simpleNames())
                : name.canonicalName();
    }
}

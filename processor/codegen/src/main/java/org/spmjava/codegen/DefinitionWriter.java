package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the nested class {@code Definition}: what the runtime knows of a manager. */
final class DefinitionWriter {

    private final Payload payload;
    private final Result result;
    private final ClassName manager;

    DefinitionWriter(Payload payload, Result result, ClassName manager) {
        this.payload = payload;
        this.result = result;
        this.manager = manager;
    }

    TypeSpec write() {
        return TypeSpec.classBuilder(manager.nestedClass("Definition"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("What the runtime knows of the manager of $L.\n", payload.title())
                .addSuperinterface(
                        ParameterizedTypeName.get(RuntimeTypes.TASK_MANAGER_DEFINITION, payload.type(), result.type()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("For the runtime: a Spoke makes an instance of its own.\n")
                        .build())
                .addMethod(constant(
                        ClassName.get(String.class),
                        "signature",
                        "$S",
                        payload.spec().signature()))
                .addMethod(choice(
                        RuntimeTypes.PATTERN,
                        "pattern",
                        payload.spec().task().head().name()))
                .addMethod(choice(RuntimeTypes.POLICY, "policy", management().policy()))
                .addMethod(choice(RuntimeTypes.GRAIN, "grain", management().grain()))
                .addMethod(fingerprint())
                .addMethod(codec("payloadCodec", payload.type(), payload.nested("Codec")))
                .addMethod(codec("resultCodec", result.type(), manager.nestedClass("ResultCodec")))
                .addMethod(meta())
                .addMethod(placed())
                .addMethods(concluded())
                .addMethod(evaluate())
                .addMethods(reduce())
                .build();
    }

    private Management management() {
        return payload.spec().management();
    }

    private static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }

    private static MethodSpec constant(TypeName type, String name, String format, Object value) {
        return overriding(name, type).addStatement("return " + format, value).build();
    }

    /** One of the runtime's constants. */
    private static MethodSpec choice(ClassName type, String name, String chosen) {
        return overriding(name, type).addStatement("return $T.$L", type, chosen).build();
    }

    private MethodSpec fingerprint() {
        String hex = String.format("0x%016xL", payload.spec().fingerprint());
        return constant(TypeName.LONG, "fingerprint", "$L", hex);
    }

    private static MethodSpec codec(String name, TypeName coded, ClassName codec) {
        return constant(ParameterizedTypeName.get(RuntimeTypes.PAYLOAD_CODEC, coded), name, "new $T()", codec);
    }

    private MethodSpec meta() {
        MethodSpec.Builder method = overriding("meta", RuntimeTypes.TASK_META)
                .addParameter(payload.type(), "task")
                .addStatement("$T meta = task.spm().meta()", payload.nested("Meta"));
        CodeBlock relaunchPre = flag("relaunchPre");
        CodeBlock relaunchPost = flag("relaunchPost");
        if (!relaunchPre.equals(relaunchPost)) {
            method.addStatement("$T core = task.spm().core()", payload.nested("Core"));
        }
        List<CodeBlock> arguments = List.of(
                CodeBlock.of("meta.label()"),
                CodeBlock.of("meta.timeout()"),
                relaunchPre,
                relaunchPost,
                sequence("path"),
                sequence("modulePreload"));
        return method.addStatement("return $L", Construction.outer(RuntimeTypes.TASK_META, arguments))
                .build();
    }

    private CodeBlock flag(String field) {
        Optional<Slot> slot = Payload.find(payload.core(), field);
        return slot.map(found -> CodeBlock.of(
                        "core.$L()$L", found.name(), found instanceof OptionalSlot ? ".orElse(false)" : ""))
                .orElse(CodeBlock.of("false"));
    }

    private CodeBlock sequence(String field) {
        return Payload.find(payload.meta(), field)
                .map(slot -> CodeBlock.of("meta.$L()", slot.name()))
                .orElse(CodeBlock.of("$T.of()", List.class));
    }

    private MethodSpec placed() {
        MethodSpec.Builder method = overriding("placed", payload.type())
                .addParameter(payload.type(), "task")
                .addParameter(String.class, "nameHost")
                .addParameter(String.class, "whoAmI");
        if (payload.core().stream().allMatch(Slot::isSettable)) {
            return method.addStatement("return task").build();
        }
        if (payload.core().stream().anyMatch(Slot::isSettable)) {
            method.addStatement("$T core = task.spm().core()", payload.nested("Core"));
        }
        List<CodeBlock> core = Construction.values(payload.core(), DefinitionWriter::placedValue);
        method.addStatement("$T placed = $L", payload.nested("Core"), Construction.outer(payload.nested("Core"), core));
        List<CodeBlock> task = new ArrayList<>();
        task.add(CodeBlock.of("new $T(task.spm().meta(), placed, task.spm().stat())", payload.nested("Spm")));
        payload.own().forEach(slot -> task.add(CodeBlock.of("task.$L()", slot.name())));
        return method.addStatement("return $L", Construction.outer(payload.type(), task))
                .build();
    }

    private List<MethodSpec> concluded() {
        if (payload.stat().isEmpty()) {
            return List.of();
        }
        CodeBlock stat = CodeBlock.of("new $T(stat)", payload.nested("Stat"));
        List<CodeBlock> spm = List.of(CodeBlock.of("task.spm().meta()"), CodeBlock.of("task.spm().core()"), stat);
        List<CodeBlock> task = new ArrayList<>();
        task.add(Construction.inner(payload.nested("Spm"), spm));
        payload.own().forEach(slot -> task.add(CodeBlock.of("task.$L()", slot.name())));
        return List.of(overriding("concluded", payload.type())
                .addParameter(payload.type(), "task")
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.TASK_STAT, result.type()), "stat")
                .addStatement("return $L", Construction.outer(payload.type(), task))
                .build());
    }

    private static CodeBlock placedValue(Slot slot) {
        return slot.isSettable()
                ? CodeBlock.of("core.$L()", slot.name())
                : CodeBlock.of("$T.of($L)", Optional.class, slot.field().name());
    }

    private MethodSpec evaluate() {
        MethodSpec.Builder method = overriding("evaluate", result.type())
                .addParameter(payload.type(), "task")
                .addParameter(RuntimeTypes.EVALUATION_CONTEXT, "context")
                .addException(Exception.class);
        if (payload.appliesApi()) {
            return method.addStatement("$T meta = task.spm().meta()", payload.nested("Meta"))
                    .addStatement("return context.apply(meta.api(), meta.apiArgs())")
                    .build();
        }
        CodeBlock evaluated = evaluated();
        if (result.isNothing()) {
            return method.addCode(evaluated).addStatement("return null").build();
        } else if (management().isByKey()) {
            // What is kept on a Spoke does not pass the codec, which would copy it and refuse null.
            return method.addCode("return $T.snapshot($L);\n", RuntimeTypes.REDUCTIONS, evaluated)
                    .build();
        }
        return method.addCode("return $L;\n", evaluated).build();
    }

    /** The evaluators, each in its case. */
    private CodeBlock evaluated() {
        CodeBlock handle = management()
                .handle()
                .map(type -> CodeBlock.of(", context.handle($T.class)", type))
                .orElse(CodeBlock.of(""));
        CodeBlock.Builder code = CodeBlock.builder().add("switch (task.spm().meta().module()) {\n$>");
        ModuleNames.of(payload.spec().evaluators())
                .forEach((constant, module) ->
                        code.add("case $L -> $T.$L(task$L);\n", constant, module, ManagerGenerator.EVALUATOR, handle));
        return code.add(result.isNothing() ? "$<}\n" : "$<}").build();
    }

    private List<MethodSpec> reduce() {
        if (!payload.isAggregate()) {
            return List.of();
        }
        MethodSpec.Builder method = overriding("reduce", result.type())
                .addParameter(result.type(), "left")
                .addParameter(result.type(), "right")
                .addException(Exception.class);
        ClassName annotated = payload.spec().annotatedClass();
        return List.of(
                management().isByKey()
                        ? method.addStatement(
                                        "return $T.byKey(left, right, $T::$L)",
                                        RuntimeTypes.REDUCTIONS,
                                        annotated,
                                        ManagerGenerator.REDUCER)
                                .build()
                        : method.addStatement("return $T.$L(left, right)", annotated, ManagerGenerator.REDUCER)
                                .build());
    }
}

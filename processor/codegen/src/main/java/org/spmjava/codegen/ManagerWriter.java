package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes {@code <Class>Manager}: what the user declares, populates and invokes. */
final class ManagerWriter {

    private final Payload payload;
    private final ClassName name;
    private final Result result;

    ManagerWriter(Payload payload) {
        this.payload = payload;
        this.name = ManagerGenerator.managerOf(payload.spec().annotatedClass());
        this.result = Result.of(payload.spec());
    }

    TypeSpec write() {
        TypeName handle = ParameterizedTypeName.get(RuntimeTypes.MANAGER_HANDLE, payload.type(), result.type());
        HandleMethods more = new HandleMethods(payload);
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotation(ManagerGenerator.generatedBy(payload.spec().generator()))
                .addJavadoc(documentation())
                .addField(handle, "handle", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(handle, "handle")
                        .addStatement("this.handle = handle")
                        .build())
                .addMethod(define())
                .addMethod(task())
                .addMethods(more.handlers())
                .addMethod(manage())
                .addMethods(more.stop())
                .addMethods(more.aggregate(result.type()))
                .addType(new DefinitionWriter(payload, result, name).write())
                .addType(result.codec(name.nestedClass("ResultCodec")))
                .build();
    }

    private CodeBlock documentation() {
        CodeBlock how = payload.appliesApi()
                ? CodeBlock.of("applied by the Spoke's backend to the API that each task names")
                : payload.spec().evaluators().stream()
                        .map(evaluator -> CodeBlock.of("{@link $T}", evaluator))
                        .collect(CodeBlock.joining(", ", "evaluated by ", ""));
        return CodeBlock.builder()
                .add("The manager of $L: $L.\n\n", payload.title(), how)
                .add(
                        "<p>Pattern {@link $T#$L}, policy {@link $T#$L}, grain {@link $T#$L}.\n",
                        RuntimeTypes.PATTERN,
                        payload.spec().task().head().name(),
                        RuntimeTypes.POLICY,
                        payload.spec().management().policy(),
                        RuntimeTypes.GRAIN,
                        payload.spec().management().grain())
                .add(Doc.paragraph(payload.spec().task().documentation()))
                .build();
    }

    private MethodSpec define() {
        TypeName callback = ParameterizedTypeName.get(RuntimeTypes.STATUS_CALLBACK, payload.type(), result.type());
        return MethodSpec.methodBuilder("define")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Declares and defines the closure.\n\n")
                .addJavadoc("@param cloud the session's resources\n")
                .addJavadoc("@param onStatus stage 1: called once for the final status of every task\n")
                .addJavadoc("@return the manager, without tasks\n")
                .addJavadoc(
                        "@throws $L unless called on the Hub, offline, and once in a session\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .addParameter(RuntimeTypes.VIRTUAL_CLOUD, "cloud")
                .addParameter(callback, "onStatus")
                .returns(name)
                .addStatement("return new $T(cloud.define(new $T(), onStatus))", name, name.nestedClass("Definition"))
                .build();
    }

    private MethodSpec task() {
        return MethodSpec.methodBuilder("task")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Stage 0: begins a task, which {@code push()} of its last stage adds.\n\n")
                .addJavadoc("@return the first stage\n")
                .returns(payload.firstStage())
                .addStatement("return $T.stages(handle::$L)", payload.type(), payload.sinkMethod())
                .build();
    }

    private MethodSpec manage() {
        return manageSignature()
                .addStatement("return handle.manage(pool, nSpokesMin, nSpokesMax, timeoutWaitForSpokes,"
                        + " timeoutExecution)")
                .build();
    }

    static MethodSpec.Builder manageSignature() {
        return MethodSpec.methodBuilder("manage")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Manages the tasks that were pushed since the last call; returns when nothing of the"
                        + " command is pending anywhere.\n\n")
                .addJavadoc("@param pool where the tasks may run\n")
                .addJavadoc("@param nSpokesMin how many Spokes must be there before the first task starts\n")
                .addJavadoc("@param nSpokesMax how many Spokes the command may hold\n")
                .addJavadoc("@param timeoutWaitForSpokes how long to wait for the minimum; if it passes, every task is"
                        + " dropped\n")
                .addJavadoc("@param timeoutExecution how long the tasks may take together\n")
                .addJavadoc("@return what became of the tasks\n")
                .addJavadoc(
                        "@throws $L unless called on the Hub, offline\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .addJavadoc("@throws $T what a status callback threw\n", Exception.class)
                .addParameter(RuntimeTypes.POOL, "pool")
                .addParameter(RuntimeTypes.SPOKE_COUNT, "nSpokesMin")
                .addParameter(RuntimeTypes.SPOKE_COUNT, "nSpokesMax")
                .addParameter(RuntimeTypes.TIMEOUT, "timeoutWaitForSpokes")
                .addParameter(RuntimeTypes.TIMEOUT, "timeoutExecution")
                .addException(Exception.class)
                .returns(RuntimeTypes.CONCLUSION);
    }
}

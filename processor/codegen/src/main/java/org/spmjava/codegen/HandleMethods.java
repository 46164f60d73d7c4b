package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What a manager can do besides managing, by its pattern, policy and grain. All of it is done by the handle. */
final class HandleMethods {

    private static final TypeVariableName QUESTION = TypeVariableName.get("Q");
    private static final TypeVariableName ANSWER = TypeVariableName.get("A");
    private static final TypeVariableName MESSAGE = TypeVariableName.get("T");

    private final Payload payload;

    HandleMethods(Payload payload) {
        this.payload = payload;
    }

    /** Who processes what tasks ask and tell, if they may. */
    List<MethodSpec> handlers() {
        if (!payload.spec().management().mayTurnToTheHub()) {
            return List.of();
        }
        return List.of(
                onAskSignature(payload.type())
                        .addStatement("handle.onAsk(what, handler)")
                        .build(),
                onTellSignature(payload.type())
                        .addStatement("handle.onTell(what, handler)")
                        .build());
    }

    static MethodSpec.Builder onAskSignature(ClassName task) {
        return handler("onAsk", "Declares who answers a question of tasks", "the question")
                .addJavadoc("@param <Q> the questions' type\n@param <A> the answers' type\n")
                .addJavadoc(
                        "@throws $L unless called on the Hub, offline; or if there is a handler for that signature\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .addTypeVariable(QUESTION)
                .addTypeVariable(ANSWER)
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.REQUEST_REPLY, QUESTION, ANSWER), "what")
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.ASK_HANDLER, task, QUESTION, ANSWER), "handler");
    }

    static MethodSpec.Builder onTellSignature(ClassName task) {
        return handler("onTell", "Declares who processes a message of tasks", "the message")
                .addJavadoc("@param <T> the messages' type\n")
                .addJavadoc(
                        "@throws $L unless called on the Hub, offline; or if there is a handler for that signature\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .addTypeVariable(MESSAGE)
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.CHANNEL, MESSAGE), "what")
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.TELL_HANDLER, task, MESSAGE), "handler");
    }

    private static MethodSpec.Builder handler(String name, String does, String what) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L; stays so for every {@code manage}.\n\n", does)
                .addJavadoc("@param what $L\n", what)
                .addJavadoc("@param handler called on the Hub, online, in the thread that manages\n");
    }

    /** Ends what has not begun, if anything may be left. */
    List<MethodSpec> stop() {
        return payload.spec().management().hasTasksThatWait()
                ? List.of(stopSignature().addStatement("handle.stop()").build())
                : List.of();
    }

    static MethodSpec.Builder stopSignature() {
        return MethodSpec.methodBuilder("stop")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Says that no further task is to start; those that run may finish, and those that have not"
                        + " started are dropped.\n\n")
                .addJavadoc(
                        "@throws $L unless called on the Hub, online: out of a callback of this manager\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName());
    }

    /** What the tasks returned, combined, of an aggregate. */
    List<MethodSpec> aggregate(TypeName returned) {
        return payload.isAggregate()
                ? List.of(aggregateSignature(returned)
                        .addStatement("return handle.aggregate()")
                        .build())
                : List.of();
    }

    static MethodSpec.Builder aggregateSignature(TypeName returned) {
        return MethodSpec.methodBuilder("aggregate")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What the tasks of the last {@code manage} returned, combined by {@code taskReduce}.\n\n")
                .addJavadoc("@return the aggregate, or empty if there was no task\n")
                .addJavadoc(
                        "@throws $L of the first task that did not return\n", RuntimeTypes.TASK_ERROR.canonicalName())
                .addJavadoc(
                        "@throws $L unless called on the Hub, offline, after {@code manage}\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), returned));
    }
}

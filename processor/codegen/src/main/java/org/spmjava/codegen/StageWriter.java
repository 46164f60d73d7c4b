package org.spmjava.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Writes the staged builder: an interface for each deferred field, so that leaving one out does not compile, and one
 * private class that implements them all.
 */
final class StageWriter {

    private static final String AFTER = "after";
    private static final String REPETITIONS = "repetitions";
    private static final TypeVariableName ARGUMENTS = TypeVariableName.get("A");

    private final Payload payload;

    StageWriter(Payload payload) {
        this.payload = payload;
    }

    List<TypeSpec> interfaces() {
        List<TypeSpec> interfaces = new ArrayList<>();
        for (Slot slot : payload.deferred()) {
            ClassName stage = payload.stage(slot);
            interfaces.add(stage(stage, slot).addMethod(declared(slot)).build());
            if (payload.isApi(slot)) {
                payload.apiArgs().ifPresent(apiArgs -> interfaces.add(apiArgsStage(apiArgs, slot)));
            }
        }
        interfaces.add(pushStage());
        return interfaces;
    }

    TypeSpec implementation() {
        ClassName name = payload.nested("Stages");
        String sink = payload.unusedMember("sink");
        TypeName sinkType = payload.sinkType();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("All stages at once: what is set when, only their types tell.\n");
        payload.deferred().forEach(slot -> type.addSuperinterface(payload.stage(slot)));
        type.addSuperinterface(payload.pushStage());
        type.addField(sinkType, sink, Modifier.PRIVATE, Modifier.FINAL);
        payload.settable().forEach(slot -> type.addField(kept(slot)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(sinkType, sink)
                .addStatement("this.$1L = $1L", sink)
                .build());
        payload.deferred().forEach(slot -> type.addMethod(implemented(slot, payload.stageAfter(slot))));
        payload.optional().forEach(slot -> type.addMethod(implemented(slot, payload.pushStage())));
        if (payload.isDag()) {
            type.addField(FieldSpec.builder(Payload.predecessorsType(), predecessors(), Modifier.PRIVATE)
                    .initializer("$T.of()", List.class)
                    .build());
            type.addMethod(MethodSpec.methodBuilder(AFTER)
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .varargs()
                    .addParameter(ArrayTypeName.of(RuntimeTypes.TASK_REF), predecessors())
                    .addStatement("this.$1L = $2T.of($1L)", predecessors(), List.class)
                    .addStatement("return this")
                    .returns(payload.pushStage())
                    .build());
        }
        return type.addMethod(push(sink)).build();
    }

    private String predecessors() {
        return payload.unusedMember("predecessors");
    }

    private TypeSpec.Builder stage(ClassName name, Slot slot) {
        return TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The stage that sets {@code $L}; see $L.\n",
                        path(slot),
                        payload.doc().place(slot.field().line()));
    }

    private MethodSpec declared(Slot slot) {
        return setter(slot, payload.isApi(slot) ? payload.apiArgsStage(ARGUMENTS) : payload.stageAfter(slot))
                .build();
    }

    private MethodSpec.Builder setter(Slot slot, TypeName next) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(slot.name())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc("Sets {@code $L}.\n\n", path(slot))
                .addJavadoc("@param $L $L\n", slot.name(), slot.documentation())
                .varargs(slot.isVarargs())
                .returns(next);
        if (payload.isApi(slot)) {
            setter.addJavadoc("@param <A> the type of the API's arguments\n").addTypeVariable(ARGUMENTS);
        }
        setter.addJavadoc(slot.isDeferred() ? "@return the next stage\n" : "@return this stage\n");
        if (!slot.snippetChecks().isEmpty()) {
            setter.addJavadoc("@throws $T if a snippet has 35 characters or more\n", IllegalArgumentException.class);
        }
        return setter.addParameter(parameter(slot));
    }

    private ParameterSpec parameter(Slot slot) {
        if (payload.isApi(slot)) {
            TypeName api = ParameterizedTypeName.get(
                    RuntimeTypes.API_METHOD, ARGUMENTS, WildcardTypeName.subtypeOf(Object.class));
            return ParameterSpec.builder(api, slot.name()).build();
        }
        return slot.parameter();
    }

    private TypeSpec apiArgsStage(Slot apiArgs, Slot api) {
        return stage(payload.nested("ApiArgsStage"), apiArgs)
                .addJavadoc("\n@param <A> the type of the API's arguments\n")
                .addTypeVariable(ARGUMENTS)
                .addMethod(MethodSpec.methodBuilder(apiArgs.name())
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addJavadoc("Sets {@code $L}.\n\n", path(apiArgs))
                        .addJavadoc("@param $L $L\n", apiArgs.name(), apiArgs.documentation())
                        .addJavadoc("@return the next stage\n")
                        .addParameter(ARGUMENTS, apiArgs.name())
                        .returns(payload.stageAfter(api))
                        .build())
                .build();
    }

    private TypeSpec pushStage() {
        TypeSpec.Builder stage = TypeSpec.interfaceBuilder(payload.pushStage())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The last stage: every deferred field is set.\n");
        for (Slot slot : payload.optional()) {
            stage.addMethod(setter(slot, payload.pushStage()).build());
        }
        if (payload.isDag()) {
            stage.addMethod(after());
        }
        return stage.addMethod(declaredPush()).build();
    }

    private MethodSpec after() {
        return MethodSpec.methodBuilder(AFTER)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        "Sets the tasks that this one needs: it starts when all of them have returned, and is dropped"
                                + " as soon as one of them has ended otherwise.\n\n")
                .addJavadoc("@param predecessors tasks of this manager, pushed since its last {@code manage}\n")
                .addJavadoc("@return this stage\n")
                .varargs()
                .addParameter(ArrayTypeName.of(RuntimeTypes.TASK_REF), "predecessors")
                .returns(payload.pushStage())
                .build();
    }

    private MethodSpec declaredPush() {
        MethodSpec.Builder push = MethodSpec.methodBuilder("push")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        payload.isForAll()
                                ? "Makes a snapshot of the task the one that the next {@code manage} hands to its Spokes.\n\n"
                                : "Adds a snapshot of the task to those that the next {@code manage} takes. May be called"
                                        + " again, for one more.\n\n");
        if (payload.isRepeated()) {
            return push.addJavadoc(
                            "@param repetitions how many evaluations there are, of all Spokes together, unless {@code"
                                    + " stop} comes first; at least 1\n")
                    .addJavadoc(
                            "@throws $L unless called on the Hub, offline; or if there is such a task already\n",
                            RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                    .addJavadoc("@throws $T if there are no repetitions\n", IllegalArgumentException.class)
                    .addParameter(TypeName.INT, REPETITIONS)
                    .build();
        } else if (payload.isDag()) {
            return push.addJavadoc("@return the task, for {@code after} of those that need it\n")
                    .addJavadoc(
                            "@throws $L unless called on the Hub, offline; or if a predecessor is another manager's, or"
                                    + " was taken by an earlier {@code manage}\n",
                            RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                    .returns(RuntimeTypes.TASK_REF)
                    .build();
        }
        return push.addJavadoc(
                        payload.isForAll()
                                ? "@throws $L unless called on the Hub, offline; or if there is such a task already\n"
                                : "@throws $L unless called on the Hub, offline\n",
                        RuntimeTypes.INVARIANT_VIOLATION.canonicalName())
                .build();
    }

    private FieldSpec kept(Slot slot) {
        FieldSpec.Builder field = FieldSpec.builder(slot.type(), slot.name(), Modifier.PRIVATE);
        if (!slot.isDeferred()) {
            field.initializer(slot.unset());
        }
        return field.build();
    }

    private MethodSpec implemented(Slot slot, ClassName next) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(slot.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .varargs(slot.isVarargs())
                .addParameter(parameter(slot));
        if (payload.isApi(slot)) {
            return apiAndArguments(setter, slot, payload.apiArgs().orElseThrow());
        }
        // A scalar's check is part of what is kept; a container is checked after it was copied.
        setter.addStatement("this.$L = $L", slot.name(), slot.kept());
        if (slot instanceof TupleSlot || slot instanceof DictSlot) {
            slot.snippetChecks().forEach(setter::addStatement);
        }
        return setter.addStatement("return this").returns(next).build();
    }

    /** The lambda remembers the API with its type, so that no cast is needed where the arguments come. */
    private MethodSpec apiAndArguments(MethodSpec.Builder setter, Slot api, Slot apiArgs) {
        return setter.addTypeVariable(ARGUMENTS)
                .returns(payload.apiArgsStage(ARGUMENTS))
                .addStatement("$1T.requireNonNull($2L, $2S)", Objects.class, api.name())
                .addCode("return arguments -> {\n$>")
                .addStatement("this.$1L = $1L", api.name())
                .addStatement("this.$L = $L.toDict(arguments)", apiArgs.name(), api.name())
                .addStatement("return this")
                .addCode("$<};\n")
                .build();
    }

    private MethodSpec push(String sink) {
        MethodSpec.Builder push =
                MethodSpec.methodBuilder("push").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
        CodeBlock task = Construction.payload(payload, this::current);
        if (payload.isRepeated()) {
            String repetitions = payload.unusedMember(REPETITIONS);
            return push.addParameter(TypeName.INT, repetitions)
                    .addStatement("$L.accept($L, $L)", sink, task, repetitions)
                    .build();
        }
        return payload.isDag()
                ? push.addStatement("return $L.apply($L, $L)", sink, task, predecessors())
                        .returns(RuntimeTypes.TASK_REF)
                        .build()
                : push.addStatement("$L.accept($L)", sink, task).build();
    }

    private CodeBlock current(Slot slot) {
        return slot.isSettable() ? CodeBlock.of("$L", slot.name()) : slot.unset();
    }

    /** What the typedef calls it. */
    private String path(Slot slot) {
        if (payload.meta().contains(slot)) {
            return "spm.meta." + slot.field().name();
        }
        return payload.core().contains(slot)
                ? "spm.core." + slot.field().name()
                : slot.field().name();
    }
}

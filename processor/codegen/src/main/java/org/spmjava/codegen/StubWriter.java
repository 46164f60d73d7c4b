package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes classes that stand in for those that a mistake keeps from being generated. They are never run. */
final class StubWriter {

    private static final String INSTEAD =
            "Stands in for the $L of {@link $T} until the errors that were reported are corrected.\n";

    private final ClassName annotatedClass;
    private final String generator;

    StubWriter(ClassName annotatedClass, String generator) {
        this.annotatedClass = annotatedClass;
        this.generator = generator;
    }

    TypeSpec.Builder task(ClassName name, List<ClassName> evaluators) {
        TypeSpec.Builder module =
                TypeSpec.enumBuilder("Module").addModifiers(Modifier.PUBLIC).addJavadoc("The known evaluators.\n");
        ModuleNames.of(evaluators).keySet().forEach(module::addEnumConstant);
        return type(name, "tasks").addType(module.build());
    }

    TypeSpec manager(ClassName name, ClassName task, ClassName firstStage) {
        TypeVariableName returned = TypeVariableName.get("R");
        MethodSpec define = MethodSpec.methodBuilder("define")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Fails.\n\n@param cloud not used\n@param onStatus not used\n@param <R> any type\n"
                        + "@return never\n")
                .addTypeVariable(returned)
                .addParameter(RuntimeTypes.VIRTUAL_CLOUD, "cloud")
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.STATUS_CALLBACK, task, returned), "onStatus")
                .returns(name)
                .addStatement(failure())
                .build();
        MethodSpec begin = MethodSpec.methodBuilder("task")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Fails.\n\n@return never\n")
                .returns(firstStage)
                .addStatement(failure())
                .build();
        MethodSpec manage =
                ManagerWriter.manageSignature().addStatement(failure()).build();
        return type(name, "manager")
                .addMethod(define)
                .addMethod(begin)
                .addMethod(HandleMethods.onAskSignature(task)
                        .addStatement(failure())
                        .build())
                .addMethod(HandleMethods.onTellSignature(task)
                        .addStatement(failure())
                        .build())
                .addMethod(manage)
                .addMethod(HandleMethods.stopSignature().addStatement(failure()).build())
                .addMethod(HandleMethods.aggregateSignature(returned)
                        .addJavadoc("@param <R> any type\n")
                        .addTypeVariable(returned)
                        .addStatement(failure())
                        .build())
                .build();
    }

    /** The payload, with an empty type for every name that it lacks. */
    static TypeSpec complete(TypeSpec.Builder payload, Set<String> mentioned) {
        TypeSpec begun = payload.build();
        List<String> there = begun.typeSpecs().stream().map(TypeSpec::name).toList();
        mentioned.stream()
                .filter(name -> !there.contains(name) && !name.equals(begun.name()))
                .map(name -> TypeSpec.interfaceBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("The program mentions it.\n")
                        .build())
                .forEach(payload::addType);
        return payload.build();
    }

    private TypeSpec.Builder type(ClassName name, String what) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotation(ManagerGenerator.generatedBy(generator))
                .addJavadoc(INSTEAD, what, annotatedClass)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    private CodeBlock failure() {
        return CodeBlock.of(
                "throw new $T($S)",
                IllegalStateException.class,
                "the typedef of " + annotatedClass.simpleName() + " has errors");
    }
}

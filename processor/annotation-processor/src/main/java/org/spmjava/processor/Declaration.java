package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.spmjava.codegen.ManagerGenerator;
import org.spmjava.dsl.model.Head;

/**
 * What {@code @TaskManager} says on one class.
 *
 * @param element the class
 * @param annotation the annotation on it
 * @param values the annotation's values by name, those left to their default included
 */
record Declaration(TypeElement element, AnnotationMirror annotation, Map<String, AnnotationValue> values) {

    static Declaration of(TypeElement element, AnnotationMirror annotation, Elements elements) {
        Map<String, AnnotationValue> values = new HashMap<>();
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                elements.getElementValuesWithDefaults(annotation).entrySet()) {
            values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
        }
        return new Declaration(element, annotation, values);
    }

    /** Whether javac itself has nothing against the annotation; what it is against, it reports. */
    boolean isReadable() {
        return values.get("typedef") != null
                && values.get("typedef").getValue() instanceof String
                && values.get("pattern").getValue() instanceof VariableElement
                && values.get("signature").getValue() instanceof String
                && values.get("modules").getValue() instanceof List;
    }

    ClassName className() {
        return ClassName.get(element);
    }

    ClassName task() {
        return ManagerGenerator.taskOf(className());
    }

    String typedef() {
        return (String) values.get("typedef").getValue();
    }

    Head head() {
        return Head.valueOf(pattern());
    }

    String pattern() {
        return patternConstant().getSimpleName().toString();
    }

    VariableElement patternConstant() {
        return (VariableElement) values.get("pattern").getValue();
    }

    /** The grains that the annotation names: one is meant, or none. */
    List<String> grains() {
        return constants("grain");
    }

    /** The policies that the annotation names: one is meant, or none. */
    List<String> policies() {
        return constants("policy");
    }

    private List<String> constants(String name) {
        return array(name).stream()
                .filter(Declaration::isConstant)
                .map(value ->
                        ((VariableElement) value.getValue()).getSimpleName().toString())
                .toList();
    }

    /** Whether the annotation names grains or policies that do not exist: javac reports that. */
    boolean hasUnknownConstants() {
        return Stream.of("grain", "policy")
                .anyMatch(name -> !(values.get(name).getValue() instanceof List)
                        || !array(name).stream().allMatch(Declaration::isConstant));
    }

    private static boolean isConstant(AnnotationValue value) {
        return value.getValue() instanceof VariableElement;
    }

    /** The class's name and the user's signature: the class makes it unique in a session. */
    String signature() {
        String signature = (String) values.get("signature").getValue();
        return element.getQualifiedName()
                + "#"
                + (signature.isEmpty() ? "signature::" + element.getSimpleName() : signature);
    }

    /** The evaluator classes as far as they exist: those that the annotation names, or the class itself. */
    List<TypeElement> modules() {
        List<TypeElement> modules = new ArrayList<>();
        for (AnnotationValue value : moduleValues()) {
            if (value.getValue() instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED) {
                modules.add((TypeElement) type.asElement());
            }
        }
        return moduleValues().isEmpty()
                ? List.of(element)
                : modules.stream().distinct().toList();
    }

    /** Names for the constants of {@code Module}: at least one, even if no module exists. */
    List<ClassName> moduleNames() {
        List<TypeElement> modules = modules();
        return modules.isEmpty()
                ? List.of(className())
                : modules.stream().map(ClassName::get).toList();
    }

    /** Whether the annotation names classes, and some of them do not exist: javac reports that. */
    boolean hasUnknownModules() {
        return moduleValues().stream()
                .anyMatch(value ->
                        !(value.getValue() instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED);
    }

    boolean namesModules() {
        return !moduleValues().isEmpty();
    }

    private List<? extends AnnotationValue> moduleValues() {
        return array("modules");
    }

    @SuppressWarnings("unchecked") // the value of an array is such a list: see AnnotationValue
    private List<? extends AnnotationValue> array(String name) {
        return values.get(name).getValue() instanceof List
                ? (List<? extends AnnotationValue>) values.get(name).getValue()
                : List.of();
    }

    AnnotationValue value(String name) {
        return values.get(name);
    }
}

package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
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
        return Head.valueOf(((VariableElement) values.get("pattern").getValue())
                .getSimpleName()
                .toString());
    }

    /** The heads that the runtime has a manager for: those that the annotation could have named. */
    List<String> managedHeads() {
        VariableElement pattern = (VariableElement) values.get("pattern").getValue();
        return pattern.getEnclosingElement().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant ->
                        Head.valueOf(constant.getSimpleName().toString()).keyword())
                .toList();
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

    @SuppressWarnings("unchecked") // the value of an array is such a list: see AnnotationValue
    private List<? extends AnnotationValue> moduleValues() {
        return (List<? extends AnnotationValue>) values.get("modules").getValue();
    }

    AnnotationValue value(String name) {
        return values.get(name);
    }
}

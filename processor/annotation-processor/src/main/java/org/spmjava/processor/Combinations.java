package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * What goes with what, as the constants of the runtime's {@code Pattern} say it: those that the user compiles against.
 */
final class Combinations {

    private final List<Combination> all;

    private Combinations(List<Combination> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads them.
     *
     * @param pattern one of the constants
     */
    static Combinations beside(VariableElement pattern, Elements elements) {
        List<Combination> all = new ArrayList<>();
        for (Element constant : pattern.getEnclosingElement().getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                String name = constant.getSimpleName().toString();
                allowed(constant, elements).forEach(allows -> all.add(combination(name, allows)));
            }
        }
        return new Combinations(all);
    }

    private static Stream<Map<String, Object>> allowed(Element constant, Elements elements) {
        Stream<AnnotationMirror> one = ApiNames.find(constant, ApiNames.ALLOWS).stream();
        Stream<AnnotationMirror> several = ApiNames.find(constant, ApiNames.ALLOWS_TABLE).stream()
                .flatMap(table -> ((List<?>) values(table, elements).get("value")).stream())
                .map(value -> (AnnotationMirror) ((AnnotationValue) value).getValue());
        return Stream.concat(one, several).map(annotation -> values(annotation, elements));
    }

    private static Map<String, Object> values(AnnotationMirror annotation, Elements elements) {
        Map<String, Object> values = new HashMap<>();
        elements.getElementValuesWithDefaults(annotation)
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value.getValue()));
        return values;
    }

    private static Combination combination(String pattern, Map<String, Object> allows) {
        return new Combination(
                pattern, allows.get("policy").toString(), allows.get("grain").toString(), handle((TypeMirror)
                        allows.get("handle")));
    }

    /** {@code void.class} stands for none. */
    private static Optional<ClassName> handle(TypeMirror type) {
        return type.getKind() == TypeKind.VOID
                ? Optional.empty()
                : Optional.of(ClassName.get((TypeElement) ((DeclaredType) type).asElement()));
    }

    /** Those of a pattern, its default first. */
    List<Combination> of(String pattern) {
        return all.stream()
                .filter(combination -> combination.pattern().equals(pattern))
                .toList();
    }

    List<Combination> ofPolicy(String policy) {
        return all.stream()
                .filter(combination -> combination.policy().equals(policy))
                .toList();
    }

    List<Combination> ofGrain(String grain) {
        return all.stream()
                .filter(combination -> combination.grain().equals(grain))
                .toList();
    }

    /** Those that hand a type to evaluators. */
    List<Combination> handing(ClassName type) {
        return all.stream().filter(combination -> combination.hands(type)).toList();
    }

    /** Everything that some evaluators are handed. */
    List<ClassName> handles() {
        return all.stream()
                .flatMap(combination -> combination.handle().stream())
                .distinct()
                .toList();
    }
}

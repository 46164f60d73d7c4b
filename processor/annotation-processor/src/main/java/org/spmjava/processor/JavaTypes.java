package org.spmjava.processor;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Types of the user's Java as people write them. */
final class JavaTypes {

    private JavaTypes() {}

    static String display(TypeMirror type) {
        return type.toString()
                .replaceAll("\\b(?:[a-z][A-Za-z0-9_]*\\.)+(?=[A-Z])", "")
                .replace(",", ", ");
    }

    /** What a method takes. */
    static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> display(parameter.asType()))
                .collect(Collectors.joining(", "));
    }
}

package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the program takes to be nested in a payload. After an error of a processor, javac stops before the bodies of
 * methods, but it has resolved the types in declarations by then, and complains of those that are not there.
 */
final class Mentions {

    private final List<Element> roots = new ArrayList<>();

    /** Notes what the user wrote. */
    void see(RoundEnvironment round) {
        roots.addAll(round.getRootElements());
    }

    /** The simple names, in a stable order. */
    SortedSet<String> within(ClassName payload) {
        Pattern nested = Pattern.compile("\\b" + Pattern.quote(payload.simpleName()) + "\\.([A-Za-z_]\\w*)");
        SortedSet<String> names = new TreeSet<>();
        roots.stream().flatMap(Mentions::types).forEach(type -> {
            Matcher matcher = nested.matcher(type.toString());
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }

    /** Every type that a declaration names, those in it included. */
    private static Stream<TypeMirror> types(Element element) {
        Stream<TypeMirror> own = Stream.of(element.asType());
        if (element instanceof TypeElement type) {
            own = Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
        } else if (element instanceof ExecutableElement method) {
            Stream<TypeMirror> parameters = method.getParameters().stream().map(Element::asType);
            own = Stream.of(Stream.of(method.getReturnType()), parameters, method.getThrownTypes().stream())
                    .flatMap(types -> types);
        }
        Stream<TypeMirror> bounds = element instanceof Parameterizable generic
                ? generic.getTypeParameters().stream()
                        .map(TypeParameterElement::getBounds)
                        .flatMap(List::stream)
                : Stream.empty();
        Stream<TypeMirror> inner = element.getEnclosedElements().stream().flatMap(Mentions::types);
        return Stream.of(own, bounds, inner).flatMap(types -> types);
    }
}

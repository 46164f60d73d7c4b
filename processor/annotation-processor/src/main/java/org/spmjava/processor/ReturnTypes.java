package org.spmjava.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.spmjava.codegen.ReturnType;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** From the Java types that evaluators return to types of the language. */
final class ReturnTypes {

    private static final Map<String, ValueType> CLASSES = Map.of(
            "java.lang.Boolean",
            ValueType.BOOL,
            "java.lang.Integer",
            ValueType.INT,
            "java.lang.Long",
            ValueType.LONG,
            "java.lang.Double",
            ValueType.DOUBLE,
            "java.lang.String",
            ValueType.STRING,
            "java.time.Duration",
            ValueType.DURATION,
            ApiNames.TIMEOUT,
            ValueType.TIMEOUT,
            ApiNames.MIXED,
            ValueType.MIXED,
            ApiNames.RECORD,
            ValueType.RECORD);

    private ReturnTypes() {}

    /** The return type, or empty if it cannot travel. */
    static Optional<ReturnType> of(TypeMirror java) {
        return switch (java.getKind()) {
            case VOID -> Optional.of(ReturnType.NOTHING);
            case BOOLEAN -> primitive(ValueType.BOOL);
            case INT -> primitive(ValueType.INT);
            case LONG -> primitive(ValueType.LONG);
            case DOUBLE -> primitive(ValueType.DOUBLE);
            default -> reference(java).map(type -> new ReturnType(Optional.of(type), true));
        };
    }

    /** Whether a return type is what a typedef declares; {@code path} and snippets are strings in Java. */
    static boolean matches(ReturnType returned, ValueType declared) {
        ValueType inJava = switch (declared) {
            case STRING_SNIPPET, PATH -> ValueType.STRING;
            default -> declared;
        };
        return returned.type().equals(Optional.of(new Scalar(inJava)));
    }

    /** The Java type that a typedef's {@code returnValue} asks for, for people. */
    static String expected(ValueType declared) {
        return switch (declared) {
            case STRING_SNIPPET, STRING, PATH -> "String";
            case BOOL -> "boolean";
            case BYTES -> "byte[]";
            case DURATION -> "Duration";
            case TIMEOUT -> "Timeout";
            case MIXED -> "Mixed";
            case RECORD -> "SpmRecord";
            default -> declared.keyword();
        };
    }

    private static Optional<ReturnType> primitive(ValueType value) {
        return Optional.of(new ReturnType(Optional.of(new Scalar(value)), false));
    }

    private static Optional<Type> reference(TypeMirror java) {
        if (java.getKind() != TypeKind.DECLARED || isValueClass(java)) {
            return value(java).map(Scalar::new);
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) java).getTypeArguments();
        return switch (nameOf(java)) {
            case "java.util.List" ->
                arguments.size() == 1 ? value(arguments.get(0)).map(Tuple::new) : Optional.empty();
            case "java.util.Map" -> arguments.size() == 2 ? dict(arguments.get(0), arguments.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Type> dict(TypeMirror key, TypeMirror value) {
        return value(key)
                .filter(type -> type == ValueType.STRING || type == ValueType.INT || type == ValueType.LONG)
                .flatMap(type -> value(value).map(held -> new Dict(type, held)));
    }

    private static boolean isValueClass(TypeMirror java) {
        return CLASSES.containsKey(nameOf(java));
    }

    private static Optional<ValueType> value(TypeMirror java) {
        if (java.getKind() == TypeKind.ARRAY) {
            boolean bytes = ((ArrayType) java).getComponentType().getKind() == TypeKind.BYTE;
            return bytes ? Optional.of(ValueType.BYTES) : Optional.empty();
        }
        return java.getKind() == TypeKind.DECLARED ? Optional.ofNullable(CLASSES.get(nameOf(java))) : Optional.empty();
    }

    private static String nameOf(TypeMirror declared) {
        return ((TypeElement) ((DeclaredType) declared).asElement())
                .getQualifiedName()
                .toString();
    }
}

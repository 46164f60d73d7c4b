package org.spmjava.processor;

import com.palantir.javapoet.ClassName;
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
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.EnumType;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.TypeDefinition;
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

    private static final Map<TypeKind, ElementType> ARRAYS = Map.of(
            TypeKind.BYTE,
            ValueType.BYTES,
            TypeKind.BOOLEAN,
            ValueType.BOOL_ARRAY,
            TypeKind.INT,
            ValueType.INT_ARRAY,
            TypeKind.LONG,
            ValueType.LONG_ARRAY,
            TypeKind.DOUBLE,
            ValueType.DOUBLE_ARRAY);

    private final ClassName task;
    private final List<TypeDefinition> declared;

    /**
     * @param task the payload class, which does not exist yet
     * @param declared the structs and enums that will be nested in it
     */
    ReturnTypes(ClassName task, List<TypeDefinition> declared) {
        this.task = task;
        this.declared = declared;
    }

    /** The return type, or empty if it cannot travel. */
    Optional<ReturnType> of(TypeMirror java) {
        return switch (java.getKind()) {
            case VOID -> Optional.of(ReturnType.NOTHING);
            case BOOLEAN -> primitive(ValueType.BOOL);
            case INT -> primitive(ValueType.INT);
            case LONG -> primitive(ValueType.LONG);
            case DOUBLE -> primitive(ValueType.DOUBLE);
            default -> reference(java).map(type -> new ReturnType(Optional.of(type), true));
        };
    }

    /** Whether a Java type is a type of the language; its primitive or its box, where there are both. */
    boolean isLike(TypeMirror java, Type type) {
        return of(java).filter(found -> matches(found, type)).isPresent();
    }

    /** Whether a return type is what a typedef declares; {@code path} and snippets are strings in Java. */
    static boolean matches(ReturnType returned, Type promised) {
        return returned.type().map(type -> display(type, "")).equals(Optional.of(display(promised, "")));
    }

    /** The Java type that a typedef's {@code returnValue} asks for, for people. */
    String expected(Type promised) {
        return display(promised, task.simpleName() + ".");
    }

    private static String display(Type type, String prefix) {
        List<String> held = type.elements().stream()
                .map(element ->
                        element instanceof ValueType value ? display(value) : prefix + ((NamedType) element).name())
                .toList();
        if (type instanceof Scalar) {
            return held.get(0);
        }
        List<String> boxed = held.stream().map(ReturnTypes::boxed).toList();
        return (type instanceof Tuple ? "List<" : "Map<") + String.join(", ", boxed) + ">";
    }

    private static String display(ValueType value) {
        return switch (value) {
            case STRING_SNIPPET, STRING, PATH -> "String";
            case BOOL -> "boolean";
            case BOOL_ARRAY -> "boolean[]";
            case BYTES -> "byte[]";
            case DURATION -> "Duration";
            case TIMEOUT -> "Timeout";
            case MIXED, AUTO -> "Mixed";
            case RECORD -> "SpmRecord";
            default -> value.keyword();
        };
    }

    private static String boxed(String type) {
        return switch (type) {
            case "boolean" -> "Boolean";
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            default -> type;
        };
    }

    private static Optional<ReturnType> primitive(ValueType value) {
        return Optional.of(new ReturnType(Optional.of(new Scalar(value)), false));
    }

    private Optional<Type> reference(TypeMirror java) {
        Optional<ElementType> single = value(java);
        if (single.isPresent() || !(java instanceof DeclaredType container)) {
            return single.map(Scalar::new);
        }
        // To Eclipse's compiler, a container of what does not exist yet is an error too; its name is known.
        List<? extends TypeMirror> arguments = container.getTypeArguments();
        return switch (java.toString().replaceFirst("(?s)<.*", "")) {
            case "java.util.List" ->
                arguments.size() == 1 ? value(arguments.get(0)).map(Tuple::new) : Optional.empty();
            case "java.util.Map" -> arguments.size() == 2 ? dict(arguments.get(0), arguments.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Type> dict(TypeMirror key, TypeMirror value) {
        return value(key)
                .filter(type -> type == ValueType.STRING || type == ValueType.INT || type == ValueType.LONG)
                .flatMap(type -> value(value).map(held -> new Dict((ValueType) type, held)));
    }

    private Optional<ElementType> value(TypeMirror java) {
        return switch (java.getKind()) {
            case ARRAY ->
                Optional.ofNullable(
                        ARRAYS.get(((ArrayType) java).getComponentType().getKind()));
            case DECLARED ->
                Optional.<ElementType>ofNullable(CLASSES.get(nameOf(java))).or(() -> nested(java));
            case ERROR -> nested(java);
            default -> Optional.empty();
        };
    }

    /** In the first round the user's types are errors to javac, which knows their written names. */
    private Optional<ElementType> nested(TypeMirror java) {
        String written = java.toString();
        return declared.stream()
                .filter(type -> {
                    ClassName name = task.nestedClass(type.name());
                    boolean imported = java.getKind() == TypeKind.ERROR && written.equals(type.name());
                    return imported
                            || written.equals(name.canonicalName())
                            || written.equals(task.simpleName() + "." + type.name());
                })
                .findFirst()
                .map(type -> new NamedType(
                        type.name(), type instanceof EnumType ? NamedType.Kind.ENUM : NamedType.Kind.STRUCT));
    }

    private static String nameOf(TypeMirror declared) {
        return ((TypeElement) ((DeclaredType) declared).asElement())
                .getQualifiedName()
                .toString();
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.time.Duration;
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.NamedType;
import org.spmjava.dsl.model.ValueType;

/**
 * The Java of one {@link ElementType}: its type, and how a value travels. The one place to touch when the language gets
 * a new value type.
 */
abstract class ValueCode {

    private static final ValueCode TEXT = new ByHelper(ClassName.get(String.class), "Text");

    private final TypeName type;

    private ValueCode(TypeName type) {
        this.type = type;
    }

    /**
     * The code of a type, save for {@code meta.module}: see {@link #evaluator}.
     *
     * @param owner the class that holds the user's structs and enums
     */
    static ValueCode of(ElementType type, ClassName owner) {
        return type instanceof NamedType named ? declared(named, owner) : builtIn((ValueType) type);
    }

    private static ValueCode declared(NamedType type, ClassName owner) {
        ClassName name = owner.nestedClass(type.name());
        return type.kind() == NamedType.Kind.ENUM
                ? new Constant(name)
                : new ByHelper(name, owner.nestedClass("Codec"), type.name());
    }

    private static ValueCode builtIn(ValueType type) {
        return switch (type) {
            case STRING_SNIPPET, STRING, PATH -> TEXT;
            case API_METHOD ->
                new Converted(
                        ParameterizedTypeName.get(
                                RuntimeTypes.API_METHOD,
                                WildcardTypeName.subtypeOf(Object.class),
                                WildcardTypeName.subtypeOf(Object.class)),
                        TEXT,
                        "$L.name()",
                        CodeBlock.of("$T.named", RuntimeTypes.API_METHOD));
            case TIMEOUT -> new ByHelper(RuntimeTypes.TIMEOUT, "Timeout");
            case BOOL -> new ByHelper(TypeName.BOOLEAN, "Bool");
            case INT -> new ByHelper(TypeName.INT, "Int");
            case LONG -> new ByHelper(TypeName.LONG, "Long");
            case DOUBLE -> new ByHelper(TypeName.DOUBLE, "Double");
            case BYTES -> new ByHelper(ArrayTypeName.of(TypeName.BYTE), "Bytes");
            case INT_ARRAY -> array(TypeName.INT, "Ints");
            case LONG_ARRAY -> array(TypeName.LONG, "Longs");
            case DOUBLE_ARRAY -> array(TypeName.DOUBLE, "Doubles");
            case BOOL_ARRAY -> array(TypeName.BOOLEAN, "Bools");
            case DURATION -> new ByHelper(ClassName.get(Duration.class), "Duration");
            case MIXED, AUTO -> new ByHelper(RuntimeTypes.MIXED, "Mixed");
            case RECORD -> new ByHelper(RuntimeTypes.SPM_RECORD, "Record");
            case MODULE -> new ByHelper(RuntimeTypes.MODULE_REF, "Module");
        };
    }

    private static ValueCode array(TypeName element, String suffix) {
        return new ByHelper(ArrayTypeName.of(element), RuntimeTypes.ARRAY_FIELDS, suffix);
    }

    /** The code of {@code meta.module}: a constant of the generated enum. */
    static ValueCode evaluator(ClassName moduleEnum) {
        return new Constant(moduleEnum);
    }

    /** The Java type, primitive where there is one. */
    final TypeName type() {
        return type;
    }

    /** The Java type as a type argument. */
    final TypeName boxed() {
        return type.box();
    }

    final boolean isPrimitive() {
        return type.isPrimitive();
    }

    /** Whether values are arrays, which are mutable and compared by identity. */
    final boolean isArray() {
        return type instanceof ArrayTypeName;
    }

    /** An expression statement that writes a field. */
    abstract CodeBlock write(CodeBlock out, CodeBlock name, CodeBlock value);

    /** An expression that reads a field. */
    abstract CodeBlock read(CodeBlock in, CodeBlock name);

    /** An expression of type {@code ContainerFields.ElementWriter}. */
    abstract CodeBlock elementWriter();

    /** An expression of type {@code ContainerFields.ElementReader}. */
    abstract CodeBlock elementReader();

    /** A type that {@code WireFields}, or another class like it, has a pair of methods for. */
    private static final class ByHelper extends ValueCode {
        private final ClassName helper;
        private final String suffix;

        ByHelper(TypeName type, String suffix) {
            this(type, RuntimeTypes.WIRE_FIELDS, suffix);
        }

        ByHelper(TypeName type, ClassName helper, String suffix) {
            super(type);
            this.helper = helper;
            this.suffix = suffix;
        }

        @Override
        CodeBlock write(CodeBlock out, CodeBlock name, CodeBlock value) {
            return CodeBlock.of("$T.write$L($L, $L, $L)", helper, suffix, out, name, value);
        }

        @Override
        CodeBlock read(CodeBlock in, CodeBlock name) {
            return CodeBlock.of("$T.read$L($L, $L)", helper, suffix, in, name);
        }

        @Override
        CodeBlock elementWriter() {
            return CodeBlock.of("$T::write$L", helper, suffix);
        }

        @Override
        CodeBlock elementReader() {
            return CodeBlock.of("$T::read$L", helper, suffix);
        }
    }

    /** An enum. */
    private static final class Constant extends ValueCode {

        Constant(ClassName type) {
            super(type);
        }

        @Override
        CodeBlock write(CodeBlock out, CodeBlock name, CodeBlock value) {
            return CodeBlock.of("$T.writeEnum($L, $L, $L)", RuntimeTypes.WIRE_FIELDS, out, name, value);
        }

        @Override
        CodeBlock read(CodeBlock in, CodeBlock name) {
            return CodeBlock.of("$T.readEnum($L, $L, $T.class)", RuntimeTypes.WIRE_FIELDS, in, name, type());
        }

        @Override
        CodeBlock elementWriter() {
            return CodeBlock.of("$T::writeEnum", RuntimeTypes.WIRE_FIELDS);
        }

        @Override
        CodeBlock elementReader() {
            return CodeBlock.of("(wire, field) -> $L", read(CodeBlock.of("wire"), CodeBlock.of("field")));
        }
    }

    /** A type that travels as another one. */
    private static final class Converted extends ValueCode {
        private final ValueCode carrier;
        private final String toCarrier;
        private final CodeBlock fromCarrier;

        Converted(TypeName type, ValueCode carrier, String toCarrier, CodeBlock fromCarrier) {
            super(type);
            this.carrier = carrier;
            this.toCarrier = toCarrier;
            this.fromCarrier = fromCarrier;
        }

        @Override
        CodeBlock write(CodeBlock out, CodeBlock name, CodeBlock value) {
            return carrier.write(out, name, CodeBlock.of(toCarrier, value));
        }

        @Override
        CodeBlock read(CodeBlock in, CodeBlock name) {
            return CodeBlock.of("$L($L)", fromCarrier, carrier.read(in, name));
        }

        @Override
        CodeBlock elementWriter() {
            CodeBlock body = write(CodeBlock.of("wire"), CodeBlock.of("field"), CodeBlock.of("value"));
            return CodeBlock.of("(wire, field, value) -> $L", body);
        }

        @Override
        CodeBlock elementReader() {
            return CodeBlock.of("(wire, field) -> $L", read(CodeBlock.of("wire"), CodeBlock.of("field")));
        }
    }
}

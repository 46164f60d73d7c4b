package org.spmjava.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Literal;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.ValueType;

/** A scalar that must be set, or that the typedef gives a value. */
final class ScalarSlot extends Slot {

    private final ValueCode code;

    ScalarSlot(Field field, String name, ValueCode code, CodeBlock documentation) {
        super(field, name, code.type(), documentation);
        this.code = code;
    }

    /** The setter's parameter, checked and copied: also what an optional scalar is given. */
    static CodeBlock checked(Field field, String name, ValueCode code) {
        if (isSnippet(field)) {
            return CodeBlock.of("$1T.check($2S, $2L)", RuntimeTypes.SNIPPETS, name);
        } else if (code.isArray()) {
            return CodeBlock.of("$L.clone()", name);
        } else if (code.isPrimitive()) {
            return CodeBlock.of("$L", name);
        }
        return CodeBlock.of("$1T.requireNonNull($2L, $2S)", Objects.class, name);
    }

    static boolean isSnippet(Field field) {
        return field.type() instanceof Scalar scalar && scalar.value() == ValueType.STRING_SNIPPET;
    }

    @Override
    CodeBlock kept() {
        return checked(field(), name(), code);
    }

    @Override
    CodeBlock unset() {
        if (field().initializer() instanceof Literal literal) {
            return LiteralCode.of(literal, code.type());
        }
        throw new IllegalStateException(name() + " must be set");
    }

    @Override
    List<CodeBlock> snippetChecks() {
        return isSnippet(field()) ? List.of(checked(field(), name(), code)) : List.of();
    }

    @Override
    Optional<CodeBlock> copied() {
        if (code.isArray()) {
            return Optional.of(CodeBlock.of("$1L = $1L.clone()", name()));
        } else if (code.isPrimitive() || isSnippet(field())) {
            return Optional.empty();
        }
        return Optional.of(checked(field(), name(), code));
    }

    @Override
    Optional<CodeBlock> accessed() {
        return code.isArray() ? Optional.of(CodeBlock.of("$L.clone()", name())) : Optional.empty();
    }

    @Override
    boolean holdsArrays() {
        return code.isArray();
    }

    @Override
    CodeBlock same() {
        if (code.isArray()) {
            return CodeBlock.of("$1T.equals(this.$2L, that.$2L)", Arrays.class, name());
        } else if (code.type().equals(TypeName.DOUBLE)) {
            return CodeBlock.of("$1T.compare(this.$2L, that.$2L) == 0", Double.class, name());
        } else if (code.isPrimitive()) {
            return CodeBlock.of("this.$1L == that.$1L", name());
        }
        return super.same();
    }

    @Override
    CodeBlock hashed() {
        return code.isArray() ? CodeBlock.of("$T.hashCode($L)", Arrays.class, name()) : super.hashed();
    }

    @Override
    CodeBlock write(CodeBlock out, CodeBlock value) {
        return code.write(out, literal(), value);
    }

    @Override
    CodeBlock read(CodeBlock in) {
        return code.read(in, literal());
    }
}

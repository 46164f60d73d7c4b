package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.model.Field;

/** A scalar that may stay unset. */
final class OptionalSlot extends Slot {

    private final ValueCode code;

    OptionalSlot(Field field, String name, ValueCode code, CodeBlock documentation) {
        super(field, name, ParameterizedTypeName.get(ClassName.get(Optional.class), code.boxed()), documentation);
        this.code = code;
    }

    @Override
    ParameterSpec parameter() {
        return ParameterSpec.builder(code.type(), name()).build();
    }

    @Override
    CodeBlock kept() {
        boolean checkedByOptional = !ScalarSlot.isSnippet(field()) && !code.isArray();
        CodeBlock value = checkedByOptional ? CodeBlock.of("$L", name()) : ScalarSlot.checked(field(), name(), code);
        return CodeBlock.of("$T.of($L)", Optional.class, value);
    }

    @Override
    CodeBlock unset() {
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    @Override
    List<CodeBlock> snippetChecks() {
        return ScalarSlot.isSnippet(field())
                ? List.of(CodeBlock.of("$1T.checkIfPresent($2S, $2L)", RuntimeTypes.SNIPPETS, name()))
                : List.of();
    }

    @Override
    Optional<CodeBlock> copied() {
        if (code.isArray()) {
            return Optional.of(CodeBlock.of("$1L = $1L.map($2T::clone)", name(), code.type()));
        } else if (ScalarSlot.isSnippet(field())) {
            return Optional.empty();
        }
        return Optional.of(CodeBlock.of("$1T.requireNonNull($2L, $2S)", Objects.class, name()));
    }

    @Override
    Optional<CodeBlock> accessed() {
        return code.isArray() ? Optional.of(CodeBlock.of("$L.map($T::clone)", name(), code.type())) : Optional.empty();
    }

    @Override
    boolean holdsArrays() {
        return code.isArray();
    }

    @Override
    CodeBlock same() {
        return code.isArray()
                ? CodeBlock.of("$1T.equals(this.$2L.orElse(null), that.$2L.orElse(null))", Arrays.class, name())
                : super.same();
    }

    @Override
    CodeBlock hashed() {
        return code.isArray() ? CodeBlock.of("$T.hashCode($L.orElse(null))", Arrays.class, name()) : super.hashed();
    }

    @Override
    CodeBlock write(CodeBlock out, CodeBlock value) {
        return CodeBlock.of(
                "$T.writeOptional($L, $L, $L, $L)",
                RuntimeTypes.CONTAINER_FIELDS,
                out,
                literal(),
                value,
                code.elementWriter());
    }

    @Override
    CodeBlock read(CodeBlock in) {
        return CodeBlock.of(
                "$T.readOptional($L, $L, $L)", RuntimeTypes.CONTAINER_FIELDS, in, literal(), code.elementReader());
    }
}

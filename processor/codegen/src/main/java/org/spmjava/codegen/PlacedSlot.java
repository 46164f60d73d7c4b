package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.model.Field;

/**
 * {@code spm.core.nameHost} and {@code spm.core.whoAmI}: known only where the task runs, so nobody sets or sends them.
 */
final class PlacedSlot extends Slot {

    PlacedSlot(Field field, String name, CodeBlock documentation) {
        super(field, name, ParameterizedTypeName.get(Optional.class, String.class), documentation);
    }

    @Override
    boolean isSettable() {
        return false;
    }

    @Override
    CodeBlock kept() {
        return unset();
    }

    @Override
    CodeBlock unset() {
        return CodeBlock.of("$T.empty()", ClassName.get(Optional.class));
    }

    @Override
    Optional<CodeBlock> copied() {
        return Optional.of(CodeBlock.of("$1T.requireNonNull($2L, $2S)", Objects.class, name()));
    }

    @Override
    CodeBlock write(CodeBlock out, CodeBlock value) {
        throw new IllegalStateException(name() + " does not travel");
    }

    @Override
    CodeBlock read(CodeBlock in) {
        return unset();
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.ValueType;

/** A sequence, empty when unset. */
final class TupleSlot extends Slot {

    private static final TypeName ANY_CLASS =
            ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

    private final ElementType element;
    private final ValueCode code;

    TupleSlot(Field field, String name, Tuple tuple, CodeBlock documentation, ClassName owner) {
        super(field, name, typeOf(tuple, owner), documentation);
        this.element = tuple.element();
        this.code = ValueCode.of(element, owner);
    }

    private static TypeName typeOf(Tuple tuple, ClassName owner) {
        return ParameterizedTypeName.get(
                ClassName.get(List.class), ValueCode.of(tuple.element(), owner).boxed());
    }

    /** Modules are named by class literals, and like paths one by one: that is how one thinks of them. */
    @Override
    ParameterSpec parameter() {
        if (element == ValueType.MODULE) {
            return ParameterSpec.builder(ArrayTypeName.of(ANY_CLASS), name()).build();
        } else if (element == ValueType.PATH) {
            return ParameterSpec.builder(ArrayTypeName.of(String.class), name()).build();
        }
        return super.parameter();
    }

    @Override
    boolean isVarargs() {
        return element == ValueType.MODULE || element == ValueType.PATH;
    }

    @Override
    CodeBlock kept() {
        if (element == ValueType.MODULE) {
            return CodeBlock.of("$T.stream($L).map($T::of).toList()", Arrays.class, name(), RuntimeTypes.MODULE_REF);
        }
        return element == ValueType.PATH ? CodeBlock.of("$T.of($L)", List.class, name()) : copy();
    }

    private CodeBlock copy() {
        return code.isArray()
                ? CodeBlock.of("$T.arrayTuple($L, $T::clone)", RuntimeTypes.COPIES, name(), code.type())
                : CodeBlock.of("$T.copyOf($L)", List.class, name());
    }

    @Override
    CodeBlock unset() {
        return CodeBlock.of("$T.of()", List.class);
    }

    @Override
    List<CodeBlock> snippetChecks() {
        return element == ValueType.STRING_SNIPPET
                ? List.of(CodeBlock.of("$1T.checkAll($2S, $2L)", RuntimeTypes.SNIPPETS, name()))
                : List.of();
    }

    @Override
    Optional<CodeBlock> copied() {
        return Optional.of(CodeBlock.of("$L = $L", name(), copy()));
    }

    @Override
    Optional<CodeBlock> accessed() {
        return code.isArray() ? Optional.of(copy()) : Optional.empty();
    }

    @Override
    boolean holdsArrays() {
        return code.isArray();
    }

    @Override
    CodeBlock same() {
        return code.isArray()
                ? CodeBlock.of("$1T.deepEquals(this.$2L.toArray(), that.$2L.toArray())", Arrays.class, name())
                : super.same();
    }

    @Override
    CodeBlock hashed() {
        return code.isArray() ? CodeBlock.of("$T.deepHashCode($L.toArray())", Arrays.class, name()) : super.hashed();
    }

    @Override
    CodeBlock write(CodeBlock out, CodeBlock value) {
        return CodeBlock.of(
                "$T.writeTuple($L, $L, $L, $L)",
                RuntimeTypes.CONTAINER_FIELDS,
                out,
                literal(),
                value,
                code.elementWriter());
    }

    @Override
    CodeBlock read(CodeBlock in) {
        return CodeBlock.of(
                "$T.readTuple($L, $L, $L)", RuntimeTypes.CONTAINER_FIELDS, in, literal(), code.elementReader());
    }
}

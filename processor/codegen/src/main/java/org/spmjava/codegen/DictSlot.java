package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.ValueType;

/** A dictionary in insertion order, empty when unset. Keys travel as text. */
final class DictSlot extends Slot {

    private final Dict dict;
    private final ValueCode key;
    private final ValueCode value;

    DictSlot(Field field, String name, Dict dict, CodeBlock documentation, ClassName owner) {
        super(field, name, typeOf(dict, owner), documentation);
        this.dict = dict;
        this.key = ValueCode.of(dict.key(), owner);
        this.value = ValueCode.of(dict.value(), owner);
    }

    private static TypeName typeOf(Dict dict, ClassName owner) {
        return ParameterizedTypeName.get(
                ClassName.get(Map.class),
                ValueCode.of(dict.key(), owner).boxed(),
                ValueCode.of(dict.value(), owner).boxed());
    }

    @Override
    CodeBlock kept() {
        return value.isArray()
                ? CodeBlock.of("$T.arrayDict($L, $T::clone)", RuntimeTypes.COPIES, name(), value.type())
                : CodeBlock.of("$T.dict($L)", RuntimeTypes.COPIES, name());
    }

    @Override
    CodeBlock unset() {
        return CodeBlock.of("$T.of()", Map.class);
    }

    @Override
    List<CodeBlock> snippetChecks() {
        List<CodeBlock> checks = new ArrayList<>();
        if (dict.key() == ValueType.STRING_SNIPPET) {
            checks.add(CodeBlock.of("$1T.checkAll($2S, $2L.keySet())", RuntimeTypes.SNIPPETS, name()));
        }
        if (dict.value() == ValueType.STRING_SNIPPET) {
            checks.add(CodeBlock.of("$1T.checkAll($2S, $2L.values())", RuntimeTypes.SNIPPETS, name()));
        }
        return checks;
    }

    @Override
    Optional<CodeBlock> copied() {
        return Optional.of(CodeBlock.of("$L = $L", name(), kept()));
    }

    @Override
    Optional<CodeBlock> accessed() {
        return value.isArray() ? Optional.of(kept()) : Optional.empty();
    }

    @Override
    boolean holdsArrays() {
        return value.isArray();
    }

    @Override
    CodeBlock same() {
        return value.isArray()
                ? CodeBlock.of(
                        "this.$1L.keySet().equals(that.$1L.keySet())\n&& this.$1L.keySet().stream()"
                                + ".allMatch(key -> $2T.equals(this.$1L.get(key), that.$1L.get(key)))",
                        name(),
                        Arrays.class)
                : super.same();
    }

    @Override
    CodeBlock hashed() {
        return value.isArray() ? CodeBlock.of("$L.keySet()", name()) : super.hashed();
    }

    @Override
    CodeBlock write(CodeBlock out, CodeBlock entries) {
        CodeBlock keyToText = hasTextualKeys() ? CodeBlock.of("") : CodeBlock.of("$T::toString, ", Object.class);
        return CodeBlock.of(
                "$T.writeDict($L, $L, $L, $L$L)",
                RuntimeTypes.CONTAINER_FIELDS,
                out,
                literal(),
                entries,
                keyToText,
                value.elementWriter());
    }

    @Override
    CodeBlock read(CodeBlock in) {
        CodeBlock keyFromText = hasTextualKeys() ? CodeBlock.of("") : CodeBlock.of("$T::valueOf, ", key.boxed());
        return CodeBlock.of(
                "$T.readDict($L, $L, $L$L)",
                RuntimeTypes.CONTAINER_FIELDS,
                in,
                literal(),
                keyFromText,
                value.elementReader());
    }

    private boolean hasTextualKeys() {
        return dict.key() == ValueType.STRING || dict.key() == ValueType.STRING_SNIPPET;
    }
}

package org.spmjava.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One component of a generated record. This class itself stands for a reference to an immutable object. */
class Component {

    private final String name;
    private final TypeName type;
    private final CodeBlock documentation;

    Component(String name, TypeName type, CodeBlock documentation) {
        this.name = name;
        this.type = type;
        this.documentation = documentation;
    }

    /** The component's name, which is also its accessor's. */
    final String name() {
        return name;
    }

    final TypeName type() {
        return type;
    }

    /** What {@code @param} says of it. */
    final CodeBlock documentation() {
        return documentation;
    }

    /** The name as a Java string. */
    final CodeBlock literal() {
        return CodeBlock.of("$S", name);
    }

    /** What the compact constructor does with it. */
    List<CodeBlock> constructorStatements() {
        return List.of(CodeBlock.of("$T.requireNonNull($L, $L)", Objects.class, name, literal()));
    }

    /** What its accessor returns, where that is not the component itself. */
    Optional<CodeBlock> accessed() {
        return Optional.empty();
    }

    /** Whether it holds arrays, so that what a record does by itself does not compare by value. */
    boolean holdsArrays() {
        return false;
    }

    /** Whether it equals that of the record {@code that}. */
    CodeBlock same() {
        return CodeBlock.of("this.$1L.equals(that.$1L)", name);
    }

    /** An argument for {@code Objects.hash}. */
    CodeBlock hashed() {
        return CodeBlock.of("$L", name);
    }
}

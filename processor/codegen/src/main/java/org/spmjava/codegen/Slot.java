package org.spmjava.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;

/** A field of a typedef: the record component that holds it, the setter that sets it, and how it travels. */
abstract class Slot extends Component {

    private final Field field;

    Slot(Field field, String name, TypeName type, CodeBlock documentation) {
        super(name, type, documentation);
        this.field = field;
    }

    /**
     * The slot of a field.
     *
     * @param name its name in Java
     * @param owner the class that holds the user's structs and enums
     */
    static Slot of(Field field, String name, CodeBlock documentation, ClassName owner) {
        if (field.type() instanceof Scalar scalar) {
            return scalar(field, name, ValueCode.of(scalar.value(), owner), documentation);
        } else if (field.type() instanceof Tuple tuple) {
            return new TupleSlot(field, name, tuple, documentation, owner);
        }
        return new DictSlot(field, name, (Dict) field.type(), documentation, owner);
    }

    /** The slot of a scalar whose code is not that of its value type. */
    static Slot scalar(Field field, String name, ValueCode code, CodeBlock documentation) {
        return field.initializer() == Absence.NONE
                ? new OptionalSlot(field, name, code, documentation)
                : new ScalarSlot(field, name, code, documentation);
    }

    final Field field() {
        return field;
    }

    /** Whether a user must set it. */
    final boolean isDeferred() {
        return field.initializer() == Absence.DEFERRED;
    }

    /** Whether users set it, and it travels to the Spoke; the runtime fills the others in. */
    boolean isSettable() {
        return true;
    }

    /** The setter's parameter. */
    ParameterSpec parameter() {
        return ParameterSpec.builder(type(), name()).build();
    }

    /** Whether the setter's parameter takes any number of arguments. */
    boolean isVarargs() {
        return false;
    }

    /** From the setter's parameter to what the builder keeps. */
    abstract CodeBlock kept();

    /** What the builder holds before a setter is called, where it may stay unset. */
    abstract CodeBlock unset();

    /** Checks of snippets, which apply to the component and to what the builder keeps alike. */
    List<CodeBlock> snippetChecks() {
        return List.of();
    }

    /** The copy that the constructor makes, or its check for null. */
    Optional<CodeBlock> copied() {
        return Optional.empty();
    }

    @Override
    final List<CodeBlock> constructorStatements() {
        List<CodeBlock> statements = new ArrayList<>();
        copied().ifPresent(statements::add);
        statements.addAll(snippetChecks());
        return statements;
    }

    /** An expression statement that writes it. */
    abstract CodeBlock write(CodeBlock out, CodeBlock value);

    /** An expression that reads it. */
    abstract CodeBlock read(CodeBlock in);
}

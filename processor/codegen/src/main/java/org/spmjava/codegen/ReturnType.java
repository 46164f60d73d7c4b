package org.spmjava.codegen;

import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/**
 * What a task returns.
 *
 * @param type the type as a typedef spells it; empty if the evaluators are {@code void}
 * @param nullable whether null may be returned, and so must travel
 */
public record ReturnType(Optional<Type> type, boolean nullable) {

    /** Evaluators that return nothing. */
    public static final ReturnType NOTHING = new ReturnType(Optional.empty(), true);

    /** What a task API returns. */
    public static final ReturnType OF_API = new ReturnType(Optional.of(new Scalar(ValueType.RECORD)), false);

    /** @throws NullPointerException if the type is null */
    public ReturnType {
        Objects.requireNonNull(type, "type");
    }
}

package org.spmjava.dsl.check;

import java.util.stream.Stream;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.Scalar;
import org.spmjava.dsl.model.Tuple;
import org.spmjava.dsl.model.Type;
import org.spmjava.dsl.model.ValueType;

/** Types that name code rather than data. */
final class SystemTypes {

    private SystemTypes() {}

    static boolean isCode(ValueType type) {
        return type == ValueType.API_METHOD || type == ValueType.MODULE;
    }

    /** The value types that {@code type} is made of, in order. */
    static Stream<ValueType> valueTypes(Type type) {
        if (type instanceof Scalar scalar) {
            return Stream.of(scalar.value());
        }
        if (type instanceof Tuple tuple) {
            return Stream.of(tuple.element());
        }
        Dict dict = (Dict) type;
        return Stream.of(dict.key(), dict.value());
    }
}

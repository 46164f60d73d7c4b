package org.spmjava.dsl.check;

import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.ValueType;

/** Types that name code rather than data. */
final class SystemTypes {

    private SystemTypes() {}

    static boolean isCode(ElementType type) {
        return type == ValueType.API_METHOD || type == ValueType.MODULE;
    }
}

package org.spmjava.dsl.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.ElementType;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.resolve.DeclaredField;

/** A dict of the user's is searched by values whose equality is beyond doubt. */
final class DictKeysAreComparable implements FieldsCheck {

    private static final Set<ValueType> KEYS =
            EnumSet.of(ValueType.STRING, ValueType.STRING_SNIPPET, ValueType.INT, ValueType.LONG);

    @Override
    public void check(List<DeclaredField> fields, Diagnostics diagnostics) {
        for (DeclaredField field : fields) {
            // A key that names code is reported as that.
            if (field.type().orElse(null) instanceof Dict dict
                    && !isKey(dict.key())
                    && !SystemTypes.isCode(dict.key())) {
                diagnostics.error(
                        DiagnosticCode.DICT_KEY,
                        field.typeSpan(),
                        dict.key().keyword(),
                        dict.value().keyword());
            }
        }
    }

    private static boolean isKey(ElementType type) {
        return type instanceof ValueType value && KEYS.contains(value);
    }
}

package org.spmjava.dsl.check;

import java.util.EnumSet;
import java.util.Set;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Dict;
import org.spmjava.dsl.model.ValueType;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** A dict of the user's is searched by values whose equality is beyond doubt. */
final class DictKeysAreComparable implements TaskCheck {

    private static final Set<ValueType> KEYS =
            EnumSet.of(ValueType.STRING, ValueType.STRING_SNIPPET, ValueType.INT, ValueType.LONG);

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        for (DeclaredField field : task.userFields()) {
            // A key that names code is reported as that.
            if (field.type().orElse(null) instanceof Dict dict
                    && !KEYS.contains(dict.key())
                    && !SystemTypes.isCode(dict.key())) {
                diagnostics.error(
                        DiagnosticCode.DICT_KEY,
                        field.typeSpan(),
                        dict.key().keyword(),
                        dict.value().keyword());
            }
        }
    }
}

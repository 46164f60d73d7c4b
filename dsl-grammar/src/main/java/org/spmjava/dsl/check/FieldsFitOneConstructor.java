package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;

/** Java allows 255 parameters, of which a long or a double takes two. */
final class FieldsFitOneConstructor implements FieldsCheck {

    private static final int MOST_FIELDS = 100;

    @Override
    public void check(List<DeclaredField> fields, Diagnostics diagnostics) {
        if (fields.size() > MOST_FIELDS) {
            diagnostics.error(
                    DiagnosticCode.TOO_MANY_FIELDS,
                    fields.get(MOST_FIELDS).name().span(),
                    Integer.toString(MOST_FIELDS));
        }
    }
}

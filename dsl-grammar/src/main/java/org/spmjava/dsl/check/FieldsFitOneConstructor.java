package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** Java allows 255 parameters, of which a long or a double takes two. */
final class FieldsFitOneConstructor implements TaskCheck {

    private static final int MOST_FIELDS = 100;

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        if (task.userFields().size() > MOST_FIELDS) {
            diagnostics.error(
                    DiagnosticCode.TOO_MANY_FIELDS,
                    task.userFields().get(MOST_FIELDS).name().span(),
                    Integer.toString(MOST_FIELDS));
        }
    }
}

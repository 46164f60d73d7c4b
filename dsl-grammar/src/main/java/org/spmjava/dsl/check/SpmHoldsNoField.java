package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** Fields stand in the parts of {@code spm}, not in {@code spm} itself. */
final class SpmHoldsNoField implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        task.spm().ifPresent(spm -> {
            for (DeclaredField field : spm.fields()) {
                diagnostics.error(
                        DiagnosticCode.MISPLACED_FIELD,
                        field.name().span(),
                        field.name().text());
            }
        });
    }
}

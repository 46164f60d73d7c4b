package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** {@code spm} has all its parts. */
final class PartsArePresent implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        task.spm().ifPresent(spm -> {
            for (String part : SpmSchema.PART_NAMES) {
                if (!Presence.mayHaveStruct(spm, part, SpmSchema.PART_NAMES)) {
                    diagnostics.error(DiagnosticCode.MISSING_STRUCT, spm.name().span(), part);
                }
            }
        });
    }
}

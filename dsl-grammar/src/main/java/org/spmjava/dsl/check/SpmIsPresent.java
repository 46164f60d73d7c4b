package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** A task has its {@code spm}. */
final class SpmIsPresent implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        if (!Presence.mayHaveStruct(task.body(), "spm", List.of("spm"))) {
            diagnostics.error(DiagnosticCode.MISSING_SPM, task.body().name().span());
        }
    }
}

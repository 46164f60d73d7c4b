package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredTask;

/** No field is declared twice in one place. */
final class FieldsAreUnique implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        for (DeclaredTask task : file.tasks()) {
            report(task.userFields(), diagnostics);
            Presence.parts(task).forEach(found -> report(found.struct().fields(), diagnostics));
        }
        file.structs().forEach(struct -> report(struct.body().fields(), diagnostics));
    }

    private static void report(List<DeclaredField> fields, Diagnostics diagnostics) {
        Duplicates.report(
                fields.stream().map(DeclaredField::name).toList(), DiagnosticCode.DUPLICATE_FIELD, diagnostics);
    }
}

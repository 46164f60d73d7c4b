package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredStruct;
import org.spmjava.dsl.resolve.DeclaredTask;
import org.spmjava.dsl.resolve.Word;

/** No struct of the system is declared twice in one place. */
final class StructsAreUnique implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Duplicates.report(names(task.body(), List.of("spm")), DiagnosticCode.DUPLICATE_STRUCT, diagnostics);
        task.spm()
                .ifPresent(spm -> Duplicates.report(
                        names(spm, SpmSchema.PART_NAMES), DiagnosticCode.DUPLICATE_STRUCT, diagnostics));
    }

    /** A struct that should not be there at all is reported for that alone. */
    private static List<Word> names(DeclaredStruct struct, List<String> known) {
        return struct.structs().stream()
                .map(DeclaredStruct::name)
                .filter(name -> known.contains(name.text()))
                .toList();
    }
}

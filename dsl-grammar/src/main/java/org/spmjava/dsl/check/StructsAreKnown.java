package org.spmjava.dsl.check;

import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.resolve.DeclaredStruct;
import org.spmjava.dsl.resolve.DeclaredTask;

/** The only structs are {@code spm} in a task and its parts in {@code spm}. */
final class StructsAreKnown implements TaskCheck {

    private static final List<String> SPM = List.of("spm");

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        for (DeclaredStruct struct : task.body().structs()) {
            String name = struct.name().text();
            if (name.equals("spm")) {
                struct.structs().forEach(part -> checkPart(part, diagnostics));
            } else if (task.spm().isEmpty() && Suggestions.nearest(name, SPM).isPresent()) {
                unknown(struct, "a task", SPM, diagnostics);
            } else {
                misplaced(struct, "the task itself", diagnostics);
            }
        }
    }

    private static void checkPart(DeclaredStruct part, Diagnostics diagnostics) {
        if (SpmSchema.PART_NAMES.contains(part.name().text())) {
            part.structs().forEach(struct -> misplaced(struct, "`" + part.name().text() + "`", diagnostics));
        } else {
            unknown(part, "`spm`", SpmSchema.PART_NAMES, diagnostics);
        }
    }

    private static void unknown(DeclaredStruct struct, String where, List<String> known, Diagnostics diagnostics) {
        Optional<String> meant = Suggestions.nearest(struct.name().text(), known);
        diagnostics.add(diagnostics
                .draft(
                        DiagnosticCode.UNKNOWN_STRUCT,
                        struct.name().span(),
                        struct.name().text(),
                        where)
                .withSuggestion(meant));
    }

    private static void misplaced(DeclaredStruct struct, String where, Diagnostics diagnostics) {
        diagnostics.error(DiagnosticCode.MISPLACED_STRUCT, struct.name().span(), where);
    }
}

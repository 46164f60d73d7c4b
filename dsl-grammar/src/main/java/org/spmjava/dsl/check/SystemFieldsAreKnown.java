package org.spmjava.dsl.check;

import org.spmjava.dsl.check.Presence.FoundPart;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** The parts of {@code spm} hold only fields that the system knows. */
final class SystemFieldsAreKnown implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Presence.parts(task)
                .forEach(found -> found.struct().fields().stream()
                        .filter(field -> found.part().field(field.name().text()).isEmpty())
                        .forEach(field -> report(field, found, diagnostics)));
    }

    private static void report(DeclaredField field, FoundPart found, Diagnostics diagnostics) {
        String known = "`" + String.join("`, `", found.part().fieldNames()) + "`";
        diagnostics.add(diagnostics
                .draft(
                        DiagnosticCode.UNKNOWN_FIELD,
                        field.name().span(),
                        field.name().text(),
                        found.part().name(),
                        known)
                .withSuggestion(found.meant(field)));
    }
}

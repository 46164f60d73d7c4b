package org.spmjava.dsl.check;

import org.spmjava.dsl.check.SpmSchema.KnownField;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.Absence;
import org.spmjava.dsl.model.Initializer;
import org.spmjava.dsl.model.Literal;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** What the user must tell is deferred, and what the system fills in is not. */
final class SystemFieldsBeginRight implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Presence.parts(task)
                .forEach(found -> found.struct()
                        .fields()
                        .forEach(field -> found.part()
                                .field(field.name().text())
                                .ifPresent(known -> check(field, known, diagnostics))));
    }

    private static void check(DeclaredField field, KnownField known, Diagnostics diagnostics) {
        if (known.initializer().isEmpty()
                || field.initializer().isEmpty()
                || field.initializer().get() == known.initializer().get()
                || isToldByTheTypedef(field.initializer().get(), known)) {
            return;
        }
        Absence right = known.initializer().get();
        diagnostics.error(
                DiagnosticCode.WRONG_INITIALIZER,
                field.initializerSpan(),
                known.name(),
                field.initializer().get().text(),
                right.text());
    }

    /** What the user must tell may be told once for all tasks. */
    private static boolean isToldByTheTypedef(Initializer initializer, KnownField known) {
        return initializer instanceof Literal && known.initializer().get() == Absence.DEFERRED;
    }
}

package org.spmjava.dsl.check;

import org.spmjava.dsl.check.SpmSchema.KnownField;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** Fields that the system uses have the type that it uses them at. */
final class SystemFieldsHaveTheirType implements TaskCheck {

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
        field.type()
                .filter(type -> !known.accepts().test(type))
                .ifPresent(type -> diagnostics.error(
                        DiagnosticCode.WRONG_FIELD_TYPE,
                        field.typeSpan(),
                        known.name(),
                        type.text(),
                        known.expected(),
                        known.type().text()));
    }
}

package org.spmjava.dsl.check;

import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** Code is named in {@code meta} alone, where the system checks and loads it. */
final class UserFieldsHoldNoCode implements TaskCheck {

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        for (DeclaredField field : task.userFields()) {
            field.type().stream()
                    .flatMap(SystemTypes::valueTypes)
                    .filter(SystemTypes::isCode)
                    .findFirst()
                    .ifPresent(type -> diagnostics.error(DiagnosticCode.SYSTEM_TYPE, field.typeSpan(), type.keyword()));
        }
    }
}

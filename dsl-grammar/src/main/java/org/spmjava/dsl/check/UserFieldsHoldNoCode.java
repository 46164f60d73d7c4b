package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredField;

/** Code is named in {@code meta} alone, where the system checks and loads it. */
final class UserFieldsHoldNoCode implements FieldsCheck {

    @Override
    public void check(List<DeclaredField> fields, Diagnostics diagnostics) {
        for (DeclaredField field : fields) {
            field.type().stream()
                    .flatMap(type -> type.elements().stream())
                    .filter(SystemTypes::isCode)
                    .findFirst()
                    .ifPresent(type -> diagnostics.error(DiagnosticCode.SYSTEM_TYPE, field.typeSpan(), type.keyword()));
        }
    }
}

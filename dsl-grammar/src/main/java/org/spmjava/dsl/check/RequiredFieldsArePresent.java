package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.check.Presence.FoundPart;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** {@code meta} has what every task needs, however it is evaluated. */
final class RequiredFieldsArePresent implements TaskCheck {

    private static final List<String> REQUIRED = List.of("label", "timeout");

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Presence.parts(task)
                .filter(found -> found.part() == SpmSchema.META)
                .findFirst()
                .ifPresent(meta -> REQUIRED.stream()
                        .filter(required -> !meta.mayHave(required))
                        .forEach(required -> report(required, meta, diagnostics)));
    }

    private static void report(String required, FoundPart meta, Diagnostics diagnostics) {
        diagnostics.error(
                DiagnosticCode.MISSING_FIELD,
                meta.struct().name().span(),
                required,
                meta.part().name(),
                meta.part().field(required).orElseThrow().declaration());
    }
}

package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.check.Presence.FoundPart;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.resolve.DeclaredTask;

/** {@code meta} has what every task needs, however it is evaluated. */
final class RequiredFieldsArePresent implements TaskCheck {

    private record Required(String name, String reason) {}

    private static final List<Required> REQUIRED = List.of(
            new Required("label", "The label names the task wherever people read of it: on the console and in errors."),
            new Required("timeout", "Without a deadline a task could hang for ever, and its command with it."));

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Presence.parts(task)
                .filter(found -> found.part() == SpmSchema.META)
                .findFirst()
                .ifPresent(meta -> REQUIRED.stream()
                        .filter(required -> !meta.mayHave(required.name()))
                        .forEach(required -> report(required, meta, diagnostics)));
    }

    private static void report(Required required, FoundPart meta, Diagnostics diagnostics) {
        diagnostics.error(
                DiagnosticCode.MISSING_FIELD,
                meta.struct().name().span(),
                required.name(),
                meta.part().name(),
                required.reason(),
                meta.part().field(required.name()).orElseThrow().declaration());
    }
}

package org.spmjava.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.check.Presence.FoundPart;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredTask;

/** {@code meta} chooses one way of evaluation, and has all that it needs. */
final class EvaluationIsClear implements TaskCheck {

    private static final List<String> PAPPLY = List.of("api", "apiArgs");
    private static final List<String> PINTERP = List.of("module", "modulePreload", "path");

    @Override
    public void check(DeclaredTask task, Diagnostics diagnostics) {
        Presence.parts(task)
                .filter(found -> found.part() == SpmSchema.META)
                .findFirst()
                .ifPresent(meta -> check(meta, diagnostics));
    }

    private static void check(FoundPart meta, Diagnostics diagnostics) {
        Optional<DeclaredField> papply = first(meta, PAPPLY);
        Optional<DeclaredField> pinterp = first(meta, PINTERP);
        if (papply.isPresent() && pinterp.isPresent()) {
            reportBoth(papply.get(), pinterp.get(), diagnostics);
        } else if (papply.isPresent()) {
            require("api", papply.get(), meta, diagnostics);
            require("apiArgs", papply.get(), meta, diagnostics);
        } else if (pinterp.isPresent()) {
            require("module", pinterp.get(), meta, diagnostics);
        } else if (Stream.concat(PAPPLY.stream(), PINTERP.stream()).noneMatch(meta::mayHave)) {
            diagnostics.error(
                    DiagnosticCode.MISSING_EVALUATION, meta.struct().name().span());
        }
    }

    private static void reportBoth(DeclaredField papply, DeclaredField pinterp, Diagnostics diagnostics) {
        boolean papplyFirst = papply.span().start() < pinterp.span().start();
        DeclaredField earlier = papplyFirst ? papply : pinterp;
        DeclaredField later = papplyFirst ? pinterp : papply;
        diagnostics.add(diagnostics
                .draft(
                        DiagnosticCode.TWO_EVALUATIONS,
                        later.name().span(),
                        earlier.name().text(),
                        later.name().text())
                .withRelated(earlier.name().span(), RelatedNote.OTHER_EVALUATION));
    }

    private static void require(String name, DeclaredField because, FoundPart meta, Diagnostics diagnostics) {
        if (!meta.mayHave(name)) {
            diagnostics.error(
                    DiagnosticCode.INCOMPLETE_EVALUATION,
                    because.name().span(),
                    because.name().text(),
                    name,
                    meta.part().field(name).orElseThrow().declaration());
        }
    }

    private static Optional<DeclaredField> first(FoundPart meta, List<String> names) {
        return meta.struct().fields().stream()
                .filter(field -> names.contains(field.name().text()))
                .findFirst();
    }
}

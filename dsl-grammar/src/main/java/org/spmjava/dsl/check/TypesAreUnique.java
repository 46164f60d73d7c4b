package org.spmjava.dsl.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredType;

/** A name stands for one type, also where capitals are lost: in names of files. */
final class TypesAreUnique implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        Map<String, DeclaredType> seen = new LinkedHashMap<>();
        file.imported().forEach(type -> seen.putIfAbsent(key(type), type));
        file.types().stream()
                .sorted((a, b) -> a.span().start() - b.span().start())
                .forEach(type -> {
                    DeclaredType first = seen.putIfAbsent(key(type), type);
                    if (first != null) {
                        diagnostics.add(report(first, type, diagnostics));
                    }
                });
    }

    private static Diagnostic report(DeclaredType first, DeclaredType type, Diagnostics diagnostics) {
        String firstName = first.name().text();
        String name = type.name().text();
        String where = first.importedFrom().map(file -> "`" + file + "`").orElse("this file");
        Diagnostic report = diagnostics.draft(
                firstName.equals(name) ? DiagnosticCode.DUPLICATE_TYPE : DiagnosticCode.SIMILAR_TYPE,
                type.name().span(),
                name,
                where,
                firstName);
        return first.importedFrom().isPresent()
                ? report
                : report.withRelated(first.name().span(), RelatedNote.FIRST_DECLARED);
    }

    private static String key(DeclaredType type) {
        return type.name().text().toLowerCase(Locale.ROOT);
    }
}

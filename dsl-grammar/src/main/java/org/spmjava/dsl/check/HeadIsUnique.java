package org.spmjava.dsl.check;

import java.util.EnumMap;
import java.util.Map;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredTask;
import org.spmjava.dsl.source.Span;

/** A file has at most one task of a head. */
final class HeadIsUnique implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        Map<Head, Span> seen = new EnumMap<>(Head.class);
        for (DeclaredTask task : file.tasks()) {
            task.head().ifPresent(head -> {
                Span here = task.body().name().span();
                Span first = seen.putIfAbsent(head, here);
                if (first != null) {
                    diagnostics.add(diagnostics
                            .draft(DiagnosticCode.DUPLICATE_HEAD, here, head.keyword())
                            .withRelated(first, RelatedNote.FIRST_DECLARED));
                }
            });
        }
    }
}

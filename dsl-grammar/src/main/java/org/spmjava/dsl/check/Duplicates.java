package org.spmjava.dsl.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.resolve.Word;
import org.spmjava.dsl.source.Span;

/** Finds words that stand twice among their neighbours. */
final class Duplicates {

    private Duplicates() {}

    /** Reports every word that stood before, and where it stood first. */
    static void report(List<Word> words, DiagnosticCode code, Diagnostics diagnostics) {
        Map<String, Span> seen = new LinkedHashMap<>();
        for (Word word : words) {
            Span first = seen.putIfAbsent(word.text(), word.span());
            if (first != null) {
                diagnostics.add(diagnostics
                        .draft(code, word.span(), word.text())
                        .withRelated(first, RelatedNote.FIRST_DECLARED));
            }
        }
    }
}

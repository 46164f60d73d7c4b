package org.spmjava.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.source.SourceText;

/** Puts in the words that were probably meant. */
final class Corrections {

    private static final Comparator<Diagnostic> LAST_FIRST = Comparator.<Diagnostic>comparingInt(
                    diagnostic -> diagnostic.span().start())
            .reversed();

    private Corrections() {}

    /** The same text, line by line, with every suggestion of {@code diagnostics} about it taken. */
    static SourceText applied(SourceText source, List<Diagnostic> diagnostics) {
        List<Diagnostic> suggesting = new ArrayList<>(diagnostics);
        suggesting.removeIf(diagnostic ->
                !diagnostic.source().equals(source) || replacement(diagnostic).isEmpty());
        suggesting.sort(LAST_FIRST);
        StringBuilder text = new StringBuilder(source.text());
        int end = text.length();
        for (Diagnostic diagnostic : suggesting) {
            // Two suggestions for one place: the first one taken has changed it.
            if (diagnostic.span().end() <= end) {
                end = diagnostic.span().start();
                text.replace(
                        end, diagnostic.span().end(), replacement(diagnostic).orElseThrow());
            }
        }
        return new SourceText(source.name(), text.toString());
    }

    private static Optional<String> replacement(Diagnostic diagnostic) {
        boolean missing = diagnostic.code() == DiagnosticCode.MISSING_SYMBOL
                && diagnostic.span().length() == 0;
        if (missing) {
            return Optional.of(inserted(diagnostic.arguments().get(0)));
        }
        // The place is that of the string, quotes included; the suggestion is a name.
        return diagnostic.code() == DiagnosticCode.IMPORT_NOT_FOUND
                ? diagnostic.suggestion().map(name -> '"' + name + '"')
                : diagnostic.suggestion();
    }

    /** A word stands apart from the one behind it. */
    private static String inserted(String symbol) {
        return Character.isLetter(symbol.charAt(0)) ? symbol + " " : symbol;
    }
}

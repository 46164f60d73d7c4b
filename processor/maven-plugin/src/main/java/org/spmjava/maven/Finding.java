package org.spmjava.maven;

import java.nio.file.Path;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.diagnostic.Severity;

/**
 * Something to tell the user about a typedef.
 *
 * @param file the typedef
 * @param line where, from 1
 * @param column where in that line, from 1
 * @param severity how much it matters
 * @param text what is wrong, the source line with a caret, why, and what to write instead; without the place
 * @param diagnostic what the language said; empty where the file is no text, and it was not asked
 */
record Finding(Path file, int line, int column, Severity severity, String text, Optional<Diagnostic> diagnostic) {

    /** What the language says. The place is left to whoever shows it: Maven and editors have a form of their own. */
    static Finding of(Path file, Diagnostic diagnostic) {
        String place = diagnostic.source().name() + ":" + diagnostic.line() + ":" + diagnostic.column() + ": ";
        String rendered = DiagnosticRenderer.render(diagnostic).stripTrailing();
        return new Finding(
                file,
                diagnostic.line(),
                diagnostic.column(),
                diagnostic.severity(),
                rendered.startsWith(place) ? rendered.substring(place.length()) : rendered,
                Optional.of(diagnostic));
    }

    /** What the language says of a library's file: an editor cannot open it, so the place is in the text. */
    static Finding of(Libraries.Offer offer, Diagnostic diagnostic) {
        Finding finding = of(offer.library(), diagnostic);
        String place = Libraries.OFFERED + "/" + offer.name() + ": ";
        return new Finding(
                finding.file, finding.line, finding.column, finding.severity, place + finding.text, finding.diagnostic);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}

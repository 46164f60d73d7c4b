package org.spmjava.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/** Gathers what the phases report about one source. Not safe for use by several threads at once. */
public final class Diagnostics {

    /** More than anybody reads; a file this wrong has one cause. */
    public static final int LIMIT = 50;

    private static final Comparator<Diagnostic> SOURCE_ORDER = Comparator.<Diagnostic>comparingInt(
                    diagnostic -> diagnostic.span().start())
            .thenComparing(Diagnostic::code);

    private final SourceText source;
    private final List<Diagnostic> reported = new ArrayList<>();

    /** @param source what the reports will be about, not null */
    public Diagnostics(SourceText source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /** What the reports are about; never null. */
    public SourceText source() {
        return source;
    }

    /** Reports an error with the advice that its code carries. */
    public void error(DiagnosticCode code, Span span, String... arguments) {
        add(Diagnostic.error(code, source, span, arguments));
    }

    /** An error to be completed by the caller and then {@linkplain #add added}. */
    public Diagnostic draft(DiagnosticCode code, Span span, String... arguments) {
        return Diagnostic.error(code, source, span, arguments);
    }

    /** Reports {@code diagnostic}. */
    public void add(Diagnostic diagnostic) {
        reported.add(Objects.requireNonNull(diagnostic, "diagnostic"));
    }

    /** Whether any error was reported yet. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Everything reported, in source order; beyond {@link #LIMIT} one last diagnostic says so. Never null. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(reported);
        sorted.sort(SOURCE_ORDER);
        if (sorted.size() > LIMIT) {
            Span next = sorted.get(LIMIT).span();
            sorted.subList(LIMIT, sorted.size()).clear();
            sorted.add(draft(DiagnosticCode.TOO_MANY_ERRORS, next, Integer.toString(LIMIT)));
        }
        return List.copyOf(sorted);
    }
}

package org.spmjava.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final List<Report> reported = new ArrayList<>();

    /** To look for the word that was meant takes time, and is left for those that are shown. */
    private record Report(Diagnostic diagnostic, Supplier<Optional<String>> suggestion) {

        Diagnostic complete() {
            return diagnostic.withSuggestion(suggestion.get());
        }
    }

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
        add(diagnostic, Optional::empty);
    }

    /**
     * Reports {@code diagnostic}.
     *
     * @param suggestion finds the word that was probably meant; asked only if the report is among those that are shown,
     *     and then perhaps more than once
     */
    public void add(Diagnostic diagnostic, Supplier<Optional<String>> suggestion) {
        reported.add(new Report(
                Objects.requireNonNull(diagnostic, "diagnostic"), Objects.requireNonNull(suggestion, "suggestion")));
    }

    /** Whether any error was reported yet. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(report -> report.diagnostic().severity() == Severity.ERROR);
    }

    /** Everything reported, in source order; beyond {@link #LIMIT} one last diagnostic says so. Never null. */
    public List<Diagnostic> sorted() {
        List<Report> sorted = new ArrayList<>(reported);
        sorted.sort(Comparator.comparing(Report::diagnostic, SOURCE_ORDER));
        List<Diagnostic> shown = new ArrayList<>();
        sorted.stream().limit(LIMIT).map(Report::complete).forEach(shown::add);
        if (sorted.size() > LIMIT) {
            Span next = sorted.get(LIMIT).diagnostic().span();
            shown.add(draft(DiagnosticCode.TOO_MANY_ERRORS, next, Integer.toString(LIMIT)));
        }
        return List.copyOf(shown);
    }
}

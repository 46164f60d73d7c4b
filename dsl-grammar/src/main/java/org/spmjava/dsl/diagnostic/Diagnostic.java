package org.spmjava.dsl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/**
 * One thing to tell the user about a typedef: data, so that a terminal, an editor and a test can each show it their
 * way.
 *
 * @param code what kind of problem it is, not null
 * @param severity how much it matters, not null
 * @param source the text it is about, not null
 * @param span the place in that text, always inside it; not null
 * @param arguments the words that the code's message is about, such as a name; not null, copied
 * @param related other places worth seeing, not null, copied
 * @param hint what to write instead, where that can be said; not null
 */
public record Diagnostic(
        DiagnosticCode code,
        Severity severity,
        SourceText source,
        Span span,
        List<String> arguments,
        List<Related> related,
        Optional<String> hint) {

    /**
     * @throws NullPointerException if anything is null
     * @throws IllegalArgumentException if the span ends beyond the text
     */
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        arguments = List.copyOf(arguments);
        related = List.copyOf(related);
        Objects.requireNonNull(hint, "hint");
        if (span.end() > source.text().length()) {
            throw new IllegalArgumentException(span + " is not in " + source);
        }
    }

    /** An error with the advice that its code carries. */
    public static Diagnostic error(DiagnosticCode code, SourceText source, Span span, String... arguments) {
        List<String> list = List.of(arguments);
        return new Diagnostic(code, Severity.ERROR, source, span, list, List.of(), Messages.fix(code, list));
    }

    /** The same with better advice than its code's: the word that was probably meant. Unchanged if there is none. */
    public Diagnostic withSuggestion(Optional<String> word) {
        return word.map(meant -> new Diagnostic(
                        code, severity, source, span, arguments, related, Optional.of(Messages.didYouMean(meant))))
                .orElse(this);
    }

    /** The same with one more place to look at. */
    public Diagnostic withRelated(Span place, RelatedNote note) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(place, Messages.note(note)));
        return new Diagnostic(code, severity, source, span, arguments, more, hint);
    }

    /** The word that was probably meant in place of the span, if one is near enough; never null. */
    public Optional<String> suggestion() {
        return hint.flatMap(Messages::meant);
    }

    /** The line where the span begins, from 1. */
    public int line() {
        return source.line(span.start());
    }

    /** The column where the span begins, from 1, in code points. */
    public int column() {
        return source.column(span.start());
    }

    /** What is wrong, in one sentence without a place or a code; never null. */
    public String message() {
        return Messages.what(code, arguments);
    }

    /** Why the language wants it otherwise; never null. */
    public String reason() {
        return Messages.why(code, arguments);
    }
}

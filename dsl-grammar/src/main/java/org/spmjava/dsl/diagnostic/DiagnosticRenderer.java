package org.spmjava.dsl.diagnostic;

import java.util.List;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/**
 * Plain text for people. For each diagnostic: where and what, the source line with a caret line under the whole span,
 * why, and what to write instead. Lines end with LF on every machine. Safe to print: control characters of the source
 * are replaced.
 */
public final class DiagnosticRenderer {

    private static final String INDENT = "    ";
    private static final int WIDEST_LINE = 120;
    private static final int CONTEXT = 40;

    private DiagnosticRenderer() {}

    /** All of {@code diagnostics} in their order, a blank line between two; empty if there are none. Never null. */
    public static String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            append(diagnostic, out);
        }
        return out.toString();
    }

    /** One diagnostic, ending with a line feed; never null. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        append(diagnostic, out);
        return out.toString();
    }

    private static void append(Diagnostic diagnostic, StringBuilder out) {
        SourceText source = diagnostic.source();
        out.append(place(source, diagnostic.span())).append(": ");
        out.append(diagnostic.severity().label());
        out.append(" [").append(diagnostic.code().id()).append("]: ");
        out.append(Printable.of(diagnostic.message())).append('\n');
        appendExcerpt(source, diagnostic.span(), out);
        out.append("  why: ").append(Printable.of(diagnostic.reason())).append('\n');
        diagnostic
                .hint()
                .ifPresent(
                        hint -> out.append("  fix: ").append(Printable.of(hint)).append('\n'));
        for (Related related : diagnostic.related()) {
            out.append(place(source, related.span())).append(": note: ");
            out.append(Printable.of(related.message())).append('\n');
            appendExcerpt(source, related.span(), out);
        }
    }

    private static String place(SourceText source, Span span) {
        return Printable.of(source.name()) + ":" + source.line(span.start()) + ":" + source.column(span.start());
    }

    /** A span over several lines is underlined to the end of the first: the rest would bury the message. */
    private static void appendExcerpt(SourceText source, Span span, StringBuilder out) {
        Span line = source.lineSpan(source.line(span.start()));
        int spanStart = Math.min(span.start(), line.end());
        int spanEnd = Math.max(spanStart, Math.min(span.end(), line.end()));
        int from = line.start();
        int to = line.end();
        if (line.length() > WIDEST_LINE) {
            from = characterBoundary(source, Math.max(from, spanStart - CONTEXT));
            to = characterBoundary(source, Math.min(to, from + WIDEST_LINE));
            spanEnd = Math.min(spanEnd, to);
        }
        String cutLeft = from > line.start() ? "…" : "";
        String cutRight = to < line.end() ? "…" : "";
        String shown = cutLeft + Printable.of(source.slice(new Span(from, to))) + cutRight;
        out.append(INDENT).append(shown.stripTrailing()).append('\n');
        out.append(INDENT).append(" ".repeat(cutLeft.length()));
        source.slice(new Span(from, spanStart)).codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        int width = source.text().codePointCount(spanStart, spanEnd);
        out.append('^').append("~".repeat(Math.max(0, width - 1))).append('\n');
    }

    private static int characterBoundary(SourceText source, int offset) {
        String text = source.text();
        boolean insidePair = offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return insidePair ? offset - 1 : offset;
    }
}

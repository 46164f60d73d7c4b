package org.spmjava.dsl.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.Syntax;
import org.spmjava.dsl.syntax.SyntaxAnalysis;

/**
 * The one layout of typedefs. It changes white space and nothing else, so the spelling stays the one that was chosen,
 * comments stay where they were, and the meaning, its fingerprint and the documentation stay as they are. A text in its
 * layout is left as it is.
 *
 * <ul>
 *   <li>A declaration, a field and a comment that had a line of its own begin a line, two spaces further in for every
 *       body around them; the states of a field or a task stand on the line above it.
 *   <li>Names, types and initialisers of fields stand in columns, which the bodies of one depth in a declaration share;
 *       a word longer than a column may be sticks out.
 *   <li>An enum stands on one line if it has no comment and fits.
 *   <li>Several blank lines become one; none is left at the edge of a body or of the file. Lines end with LF, the last
 *       one too, and without trailing spaces.
 * </ul>
 *
 * <p>A pure function; safe to call from any thread.
 */
public final class TypedefFormatter {

    private TypedefFormatter() {}

    /**
     * Lays out one typedef, or says why its text is no typedef. Names and types need not be known, and nothing that is
     * imported is looked at.
     *
     * @param source the text, not null
     * @return never null
     * @throws NullPointerException if the source is null
     */
    public static Formatting format(SourceText source) {
        Diagnostics diagnostics = new Diagnostics(Objects.requireNonNull(source, "source"));
        Syntax syntax = SyntaxAnalysis.parse(diagnostics);
        if (diagnostics.hasErrors()) {
            return new Formatting(Optional.empty(), diagnostics.sorted());
        }
        Gaps gaps =
                new Layout(new TokenRanges(syntax.tokens())).of(syntax.tree().orElseThrow());
        String text = new Printer(source, gaps).print(syntax.tokens().getTokens());
        if (text.length() > SyntaxAnalysis.LARGEST_FILE) {
            return tooLarge(text.length(), diagnostics);
        }
        return new Formatting(Optional.of(text), List.of());
    }

    /** Indentation can make a text that was not too large into one that could not be read back. */
    private static Formatting tooLarge(int size, Diagnostics diagnostics) {
        Span firstLine = diagnostics.source().lineSpan(1);
        String limit = Integer.toString(SyntaxAnalysis.LARGEST_FILE);
        diagnostics.error(DiagnosticCode.FILE_TOO_LARGE, firstLine, Integer.toString(size), limit);
        return new Formatting(Optional.empty(), diagnostics.sorted());
    }
}

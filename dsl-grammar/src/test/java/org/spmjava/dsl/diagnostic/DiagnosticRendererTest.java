package org.spmjava.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

class DiagnosticRendererTest {

    @Test
    void theCaretStandsUnderItsWordBehindTabs() {
        assertThat(excerpt("\tab\tword;", "word")).containsExactly("    \tab\tword;", "    \t  \t^~~~");
    }

    @Test
    void theCaretStandsUnderItsWordBehindCharactersOfTwoUnits() {
        assertThat(excerpt("\uD83D\uDE00 word", "word")).containsExactly("    \uD83D\uDE00 word", "      ^~~~");
    }

    @Test
    void controlCharactersNeverReachTheTerminal() {
        assertThat(excerpt("\u001B[31m word", "word")).containsExactly("    \uFFFD[31m word", "          ^~~~");
    }

    @Test
    void aLongLineIsCutAroundItsWord() {
        List<String> excerpt = excerpt("a".repeat(500) + " word " + "b".repeat(500), "word");

        assertThat(excerpt.get(0)).hasSizeLessThan(130).startsWith("    …a").endsWith("b…");
        int caret = excerpt.get(1).indexOf('^');
        assertThat(excerpt.get(0).substring(caret, caret + 4)).isEqualTo("word");
    }

    @Test
    void aSpanOverSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
        assertThat(excerpt("x word\nmore y", "word\nmore")).containsExactly("    x word", "      ^~~~");
    }

    @Test
    void anEmptySpanIsOneCaret() {
        SourceText source = new SourceText("t", "ab");
        Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.MISSING_SEMICOLON, source, Span.at(2), "ab");

        assertThat(lines(diagnostic)).containsExactly("    ab", "      ^");
    }

    @Test
    void nothingRendersToNothing() {
        assertThat(DiagnosticRenderer.render(List.of())).isEmpty();
    }

    @Test
    void aSuggestionReplacesTheGeneralAdvice() {
        SourceText source = new SourceText("t", "ab");
        Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.SINGLE_COLON, source, Span.at(0));

        assertThat(diagnostic.withSuggestion(Optional.of("label")).hint()).contains("Did you mean `label`?");
        assertThat(diagnostic.withSuggestion(Optional.empty())).isEqualTo(diagnostic);
    }

    @Test
    void aDiagnosticPointsIntoItsSource() {
        SourceText source = new SourceText("t", "ab");

        assertThatThrownBy(() -> Diagnostic.error(DiagnosticCode.SINGLE_COLON, source, new Span(1, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> excerpt(String text, String word) {
        int start = text.indexOf(word);
        SourceText source = new SourceText("t", text);
        return lines(Diagnostic.error(DiagnosticCode.SINGLE_COLON, source, new Span(start, start + word.length())));
    }

    private static List<String> lines(Diagnostic diagnostic) {
        return DiagnosticRenderer.render(diagnostic).lines().skip(1).limit(2).toList();
    }
}

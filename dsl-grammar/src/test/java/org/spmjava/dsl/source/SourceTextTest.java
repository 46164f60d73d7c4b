package org.spmjava.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void linesEndWithAnyOfTheThreeTerminators() {
        SourceText source = new SourceText("t", "a\nb\r\nc\rd");

        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(source.text().indexOf('d'))).isEqualTo(4);
        assertThat(source.slice(source.lineSpan(2))).isEqualTo("b");
        assertThat(source.slice(source.lineSpan(3))).isEqualTo("c");
    }

    @Test
    void theEndOfTheTextBelongsToTheLastLine() {
        SourceText source = new SourceText("t", "ab\n");

        assertThat(source.line(3)).isEqualTo(2);
        assertThat(source.column(3)).isEqualTo(1);
        assertThat(source.lineSpan(2)).isEqualTo(Span.at(3));
    }

    @Test
    void aTerminatorBelongsToTheLineItEnds() {
        SourceText source = new SourceText("t", "ab\r\ncd");

        assertThat(source.line(2)).isEqualTo(1);
        assertThat(source.line(3)).isEqualTo(1);
        assertThat(source.line(4)).isEqualTo(2);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneColumn() {
        SourceText source = new SourceText("t", "\uD83D\uDE00x");

        assertThat(source.column(2)).isEqualTo(2);
    }

    @Test
    void anEmptyTextHasOneLine() {
        SourceText source = new SourceText("t", "");

        assertThat(source.lineCount()).isEqualTo(1);
        assertThat(source.line(0)).isEqualTo(1);
        assertThat(source.column(0)).isEqualTo(1);
    }

    @Test
    void aPlaceOutsideTheTextIsRefused() {
        SourceText source = new SourceText("t", "ab");

        assertThatThrownBy(() -> source.line(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> source.lineSpan(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

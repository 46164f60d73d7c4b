package org.spmjava.dsl.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.spmjava.dsl.source.SourceText;

/**
 * A source as ANTLR reads it, by UTF-16 units: ANTLR's own streams count code points, and spans would be off by one.
 */
final class TextCharStream implements CharStream {

    private final SourceText source;
    private final String text;
    private int position;

    TextCharStream(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    @Override
    public void consume() {
        if (position == text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        position++;
    }

    @Override
    public int LA(int i) {
        int index = i > 0 ? position + i - 1 : position + i;
        return i != 0 && index >= 0 && index < text.length() ? text.charAt(index) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text is in memory: there is nothing to keep for a marker, and nothing to give back.
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return source.name();
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(Math.min(interval.a, text.length()), Math.min(interval.b + 1, text.length()));
    }
}

package org.spmjava.dsl.source;

/**
 * A stretch of a {@link SourceText}, in UTF-16 offsets. An empty span marks the place between two characters.
 *
 * @param start offset of the first character, never negative
 * @param end offset after the last character, never less than {@code start}
 */
public record Span(int start, int end) {

    /** @throws IllegalArgumentException if the offsets are negative or out of order */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /** The empty span at {@code offset}. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** The number of UTF-16 units covered; zero for a place between two characters. */
    public int length() {
        return end - start;
    }

    /** Whether {@code other} lies within this span, its ends included. */
    public boolean encloses(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}

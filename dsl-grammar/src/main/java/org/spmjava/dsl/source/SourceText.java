package org.spmjava.dsl.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * The text of one typedef file and its name. Immutable; two are equal when name and text are.
 *
 * <p>Lines end with LF, CR LF or a lone CR. Lines and columns count from 1; a column counts code points, so that a
 * character outside the basic plane is one column. The line starts are computed once, hence a class and not a record.
 */
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param name what diagnostics call the file, usually its path; not null, may be anything
     * @param text the whole text; not null
     */
    public SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.lineStarts = lineStarts(text);
    }

    /** What diagnostics call the file; never null. */
    public String name() {
        return name;
    }

    /** The whole text; never null. */
    public String text() {
        return text;
    }

    /** How many lines there are; an empty text has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /**
     * The line of {@code offset}, from 1. The end of the text belongs to the last line.
     *
     * @throws IndexOutOfBoundsException if the offset is not within 0 and the text's length
     */
    public int line(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * The column of {@code offset} in its line, from 1, in code points.
     *
     * @throws IndexOutOfBoundsException if the offset is not within 0 and the text's length
     */
    public int column(int offset) {
        return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
    }

    /**
     * Where line {@code line} stands, its terminator excluded.
     *
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public Span lineSpan(int line) {
        int index = Objects.checkIndex(line - 1, lineStarts.length);
        int start = lineStarts[index];
        int end = index + 1 < lineStarts.length ? lineStarts[index + 1] : text.length();
        while (end > start && isTerminator(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /**
     * The characters under {@code span}; never null.
     *
     * @throws IndexOutOfBoundsException if the span does not lie in this text
     */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that && name.equals(that.name) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, text);
    }

    /** The name and the length: a whole text has no place in a log line. */
    @Override
    public String toString() {
        return "SourceText[" + name + ", " + text.length() + " characters]";
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isTerminator(c) && !crOfCrLf) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isTerminator(char c) {
        return c == '\n' || c == '\r';
    }
}

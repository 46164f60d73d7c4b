package org.spmjava.examples.graph.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a text as bytes, without their ends. */
final class Lines implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final int LONGEST = 1 << 20;

    private final TextFile file;
    private final InputStream text;
    private byte[] buffer = new byte[BUFFER];
    private int limit;
    private int next;
    private long base;
    private int start;
    private int end;
    private boolean ended;

    /** From an offset, where a line must begin. */
    Lines(TextFile file, long offset) throws IOException {
        this.file = file;
        this.text = file.open(offset);
        this.base = offset;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException, InputException {
        int from = next;
        while (true) {
            for (int i = from; i < limit; i++) {
                if (buffer[i] == '\n') {
                    start = next;
                    end = i;
                    next = i + 1;
                    return true;
                }
            }
            if (ended) {
                start = next;
                end = limit;
                next = limit;
                return end > start;
            }
            from = limit - next;
            fill();
        }
    }

    private void fill() throws IOException, InputException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        base += next;
        limit -= next;
        next = 0;
        if (limit == LONGEST) {
            throw file.mistake(base, "a line of more than " + LONGEST + " bytes: this is no list of edges");
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = text.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
    }

    /** Where in the text the line begins. */
    long offset() {
        return base + start;
    }

    /** Where in the text the next line begins. */
    long nextOffset() {
        return base + next;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The line, for where speed does not matter. */
    String string() {
        return new String(buffer, start, end - start, java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

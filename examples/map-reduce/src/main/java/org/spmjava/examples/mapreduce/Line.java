package org.spmjava.examples.mapreduce;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One line of a file, without its end. */
public final class Line {

    private static final int SHOWN = 60;

    private final Split split;
    private final Consumer<String> whenMalformed;
    private byte[] bytes = {};
    private int from;
    private int to;
    private long offset;

    Line(Split split, Consumer<String> whenMalformed) {
        this.split = split;
        this.whenMalformed = whenMalformed;
    }

    void over(byte[] source, int first, int end, long offsetInFile) {
        bytes = source;
        from = first;
        to = end;
        offset = offsetInFile;
    }

    /**
     * The line.
     *
     * @return as UTF-8; what is none is replaced
     */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * Where the line is.
     *
     * @return not to be changed
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where it begins.
     *
     * @return an index of {@link #bytes()}
     */
    public int from() {
        return from;
    }

    /**
     * Where it ends.
     *
     * @return an index of {@link #bytes()}, exclusive
     */
    public int to() {
        return to;
    }

    /**
     * Where it begins in its file.
     *
     * @return in bytes; of a compressed file, of its content
     */
    public long offset() {
        return offset;
    }

    /**
     * Which of the job's inputs it is from.
     *
     * @return from 0, in the order in which they were named
     */
    public int input() {
        return split.input();
    }

    /**
     * Says that the line is wrong. By what the user of the job chose, that ends the job, or is counted and told at the
     * end; then the caller leaves the line alone.
     *
     * @param why for people
     * @throws JobException if it ends the job
     */
    public void malformed(String why) {
        String shown = text();
        whenMalformed.accept(split.file() + ", byte " + offset + ": " + why + ": `"
                + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…").replaceAll("\\p{Cntrl}", "?")
                + "`");
    }
}

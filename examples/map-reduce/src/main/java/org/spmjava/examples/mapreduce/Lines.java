package org.spmjava.examples.mapreduce;

/** Many lines of one file, whole ones. Either go from one to the next, or look at all their bytes at once. */
public final class Lines {

    private final Job<?, ?> job;
    private final Line line;
    private byte[] bytes = {};
    private int from;
    private int to;
    private int at;
    private long offset;

    Lines(Job<?, ?> job, Line line) {
        this.job = job;
        this.line = line;
    }

    /** Begins anew with other bytes, the first of which is somewhere in the file. */
    Lines over(byte[] source, int first, int end, long offsetInFile) {
        bytes = source;
        from = first;
        to = end;
        at = first;
        offset = offsetInFile;
        return this;
    }

    /**
     * Goes to the next line; false after the last.
     *
     * @return whether there is one
     */
    public boolean next() {
        if (at == to) {
            return false;
        }
        int end = at;
        while (end < to && !job.endsLine(bytes[end] & 0xFF)) {
            end++;
        }
        line.over(bytes, at, end, offset + at - from);
        at = Math.min(to, end + 1);
        return true;
    }

    /**
     * The line.
     *
     * @return valid until the next step
     */
    public Line line() {
        return line;
    }

    /**
     * Where all the lines are.
     *
     * @return not to be changed; at least 8 bytes longer than {@link #to()}
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where the first line begins.
     *
     * @return an index of {@link #bytes()}
     */
    public int from() {
        return from;
    }

    /**
     * Where the last line ends, with its line end, unless it is the file's last and has none.
     *
     * @return an index of {@link #bytes()}, exclusive
     */
    public int to() {
        return to;
    }
}

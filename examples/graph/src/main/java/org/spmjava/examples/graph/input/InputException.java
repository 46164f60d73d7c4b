package org.spmjava.examples.graph.input;

/** What is wrong with a graph's input, in words for whoever made it. */
public final class InputException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The place of a mistake that concerns the whole file. */
    public static final long NOWHERE = Long.MAX_VALUE;

    private final long offset;

    /**
     * Says what is wrong.
     *
     * @param offset of the byte where it begins, or {@link #NOWHERE}
     * @param message with the file's name, and the line where there is one
     */
    public InputException(long offset, String message) {
        super(message);
        this.offset = offset;
    }

    /**
     * Where it is wrong: of several mistakes the first one is told.
     *
     * @return a byte's offset in the text, or {@link #NOWHERE}
     */
    public long offset() {
        return offset;
    }
}

package org.spmjava.dsl.format;

/**
 * What stands in front of a token.
 *
 * @param kind whether the token begins a line
 * @param spaces how many spaces there are, if it does not
 * @param depth how many bodies are around the statement that it belongs to
 */
record Gap(Kind kind, int spaces, int depth) {

    enum Kind {
        /** The token goes on in its line. */
        INLINE,
        /** It begins a line; one blank line above it is kept. */
        LINE,
        /** It begins a line that belongs to the one above. */
        ATTACHED,
        /** It begins a line and ends a body, to which the comments above it belong. */
        CLOSING
    }

    static Gap inline(int spaces, int depth) {
        return new Gap(Kind.INLINE, spaces, depth);
    }

    static Gap line(int depth) {
        return new Gap(Kind.LINE, 0, depth);
    }

    static Gap attached(int depth) {
        return new Gap(Kind.ATTACHED, 0, depth);
    }

    static Gap closing(int depth) {
        return new Gap(Kind.CLOSING, 0, depth);
    }

    boolean breaksLine() {
        return kind != Kind.INLINE;
    }
}

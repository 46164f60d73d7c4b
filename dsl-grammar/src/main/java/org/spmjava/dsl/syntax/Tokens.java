package org.spmjava.dsl.syntax;

import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.source.Span;

/** Where tokens stand, and how a message calls them. */
public final class Tokens {

    private Tokens() {}

    /** The characters of {@code token}; empty for the end of the file and for a token that was missing. */
    public static Span span(Token token) {
        return new Span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }

    /** The token as a sentence can hold it. */
    static String describe(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : "`" + token.getText() + "`";
    }
}

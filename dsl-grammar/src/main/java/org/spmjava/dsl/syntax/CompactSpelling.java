package org.spmjava.dsl.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;

/**
 * The compact spelling, {@code task<list><struct spm<…>, …>}, made plain before the parser runs: angle brackets around
 * a body become braces, the commas between its fields become semicolons, and the last field gets the semicolon that it
 * may leave out. So there is one grammar and one way to recover from errors. Tokens keep their text and place.
 */
final class CompactSpelling {

    private final Diagnostics diagnostics;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Boolean> bodies = new ArrayDeque<>();
    private int typeDepth;
    /** Whether a string ran to the end of its line, and so took with it the semicolon there. */
    private boolean endsString;

    private Token last;
    private Token beforeLast;

    private CompactSpelling(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The tokens of the plain spelling; those given are changed. */
    static List<Token> plain(List<Token> tokens, Diagnostics diagnostics) {
        CompactSpelling spelling = new CompactSpelling(diagnostics);
        for (Token token : tokens) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                spelling.take(token);
            } else {
                spelling.out.add(token);
            }
        }
        return spelling.out;
    }

    private void take(Token token) {
        if (endsString && token.getType() != SpmTypeLexer.SEMICOLON) {
            add(supplied(SpmTypeLexer.SEMICOLON, Tokens.span(last).end(), last));
        }
        endsString = false;
        switch (token.getType()) {
            case SpmTypeLexer.OPEN -> open(false);
            case SpmTypeLexer.LESS -> less(token);
            case SpmTypeLexer.GREATER -> greater(token);
            case SpmTypeLexer.CLOSE -> close(token);
            case SpmTypeLexer.COMMA -> {
                if (typeDepth == 0 && isCompact()) {
                    retype(token, SpmTypeLexer.SEMICOLON);
                }
            }
            // A type's bracket that is never closed ends here, or it would take that of the body.
            case SpmTypeLexer.SEMICOLON, SpmTypeLexer.ASSIGN -> typeDepth = 0;
            case SpmTypeLexer.UNCLOSED_STRING -> {
                diagnostics.error(DiagnosticCode.UNCLOSED_STRING, Tokens.span(token));
                retype(token, SpmTypeLexer.LITERAL);
                endsString = true;
            }
            default -> {}
        }
        add(token);
    }

    private void add(Token token) {
        out.add(token);
        beforeLast = last;
        last = token;
    }

    private void less(Token token) {
        boolean afterHead = is(last, SpmTypeLexer.GREATER) && typeDepth == 0 && bodies.isEmpty();
        boolean afterName = is(last, SpmTypeLexer.WORD)
                && (is(beforeLast, SpmTypeLexer.STRUCT) || is(beforeLast, SpmTypeLexer.ENUM));
        boolean afterWord = is(last, SpmTypeLexer.STRUCT) || is(last, SpmTypeLexer.ENUM);
        if (afterHead || afterName || afterWord) {
            retype(token, SpmTypeLexer.OPEN);
            open(true);
        } else {
            typeDepth++;
        }
    }

    private void greater(Token token) {
        if (typeDepth > 0) {
            typeDepth--;
        } else if (isCompact()) {
            end(token);
            retype(token, SpmTypeLexer.CLOSE);
            bodies.pop();
        }
    }

    private void open(boolean compact) {
        bodies.push(compact);
        typeDepth = 0;
    }

    private void close(Token token) {
        typeDepth = 0;
        if (isCompact()) {
            end(token);
            diagnostics.error(DiagnosticCode.MISMATCHED_BRACKET, Tokens.span(token));
        }
        bodies.poll();
    }

    /** The separator before the end of a compact body may be left out. */
    private void end(Token close) {
        boolean complete = is(last, SpmTypeLexer.SEMICOLON)
                || is(last, SpmTypeLexer.OPEN)
                || is(last, SpmTypeLexer.CLOSE)
                || is(last, SpmTypeLexer.COMMA);
        if (!complete) {
            add(supplied(SpmTypeLexer.SEMICOLON, close.getStartIndex(), close));
        }
    }

    private boolean isCompact() {
        return !bodies.isEmpty() && bodies.peek();
    }

    private static boolean is(Token token, int type) {
        return token != null && token.getType() == type;
    }

    private static void retype(Token token, int type) {
        ((WritableToken) token).setType(type);
    }

    private static Token supplied(int type, int offset, Token neighbour) {
        CommonToken token = new CommonToken(neighbour);
        token.setType(type);
        token.setText("");
        token.setStartIndex(offset);
        token.setStopIndex(offset - 1);
        return token;
    }
}

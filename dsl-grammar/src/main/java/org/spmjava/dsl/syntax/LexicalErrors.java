package org.spmjava.dsl.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.Span;

/** What is wrong with the tokens by themselves. */
final class LexicalErrors extends BaseErrorListener {

    private final Diagnostics diagnostics;
    private final List<Span> unknown = new ArrayList<>();
    private final BitSet separators = new BitSet();
    private final BitSet statementsWithErrors = new BitSet();

    LexicalErrors(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Characters that follow each other are one mistake. */
    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offendingSymbol,
            int line,
            int charPositionInLine,
            String msg,
            RecognitionException e) {
        int start = ((LexerNoViableAltException) e).getStartIndex();
        Span span = new Span(start, start + 1);
        int last = unknown.size() - 1;
        if (last >= 0 && unknown.get(last).end() == start) {
            unknown.set(last, unknown.get(last).to(span));
        } else {
            unknown.add(span);
        }
    }

    /** Reports everything, once all tokens are there. */
    void scan(List<Token> tokens) {
        for (Token token : tokens) {
            switch (token.getType()) {
                case SpmTypeLexer.SEMICOLON, SpmTypeLexer.OPEN, SpmTypeLexer.CLOSE ->
                    separators.set(token.getStartIndex());
                case SpmTypeLexer.FOREIGN_COMMENT ->
                    diagnostics.error(
                            DiagnosticCode.FOREIGN_COMMENT,
                            Tokens.span(token),
                            token.getText().substring(0, 2));
                default -> {}
            }
        }
        for (Token token : tokens) {
            if (token.getType() == SpmTypeLexer.COLON) {
                colon(token, tokens.get(token.getTokenIndex() + 1));
            }
        }
        for (Span span : unknown) {
            report(
                    DiagnosticCode.UNEXPECTED_CHARACTER,
                    span,
                    diagnostics.source().slice(span));
        }
    }

    /** Two colons were meant, but in {@code :=}. */
    private void colon(Token colon, Token next) {
        if (next.getType() == SpmTypeLexer.ASSIGN) {
            report(DiagnosticCode.UNEXPECTED_CHARACTER, Tokens.span(colon), colon.getText());
        } else {
            report(DiagnosticCode.SINGLE_COLON, Tokens.span(colon));
        }
    }

    /** Whether the statement around {@code offset} has an error already: what the parser says of it is an echo. */
    boolean inStatementOf(int offset) {
        return statementsWithErrors.get(statement(offset));
    }

    private void report(DiagnosticCode code, Span span, String... arguments) {
        diagnostics.error(code, span, arguments);
        statementsWithErrors.set(statement(span.start()));
    }

    /** A statement is known by the separator before it. */
    private int statement(int offset) {
        return offset == 0 ? 0 : separators.previousSetBit(offset - 1) + 1;
    }
}

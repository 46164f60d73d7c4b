package org.spmjava.dsl.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.source.Span;

/** Words what the parser stumbles over, as the user sees it: what is missing or too much, not which rule failed. */
final class SyntaxErrors {

    private static final List<String> WORDS = List.of("task", "struct", "enum", "import");

    private final Diagnostics diagnostics;
    private final LexicalErrors lexicalErrors;

    SyntaxErrors(Diagnostics diagnostics, LexicalErrors lexicalErrors) {
        this.diagnostics = diagnostics;
        this.lexicalErrors = lexicalErrors;
    }

    /** {@code missing} should stand between the two tokens. */
    void missing(int missing, Token previous, Token next) {
        Span gap = Span.at(Tokens.span(previous).end());
        switch (missing) {
            case SpmTypeParser.SEMICOLON -> report(DiagnosticCode.MISSING_SEMICOLON, gap, previous.getText());
            case SpmTypeParser.WORD -> report(DiagnosticCode.MISSING_NAME, gap, Tokens.describe(next));
            default -> report(DiagnosticCode.MISSING_SYMBOL, gap, symbol(missing), Tokens.describe(next));
        }
    }

    void missingInitializer(Token previous) {
        report(DiagnosticCode.MISSING_INITIALIZER, Span.at(Tokens.span(previous).end()));
    }

    void missingType(Token name) {
        report(DiagnosticCode.MISSING_TYPE, Tokens.span(name), name.getText());
    }

    /** A word stands where a type should; a container that does not say of what is one as well. */
    void bareType(Token type, Token name) {
        String text = type.getText();
        Span span = Tokens.span(type);
        switch (text) {
            case "scalar", "tuple", "list" ->
                report(DiagnosticCode.TYPE_ARGUMENT_COUNT, span, text, "one type", "0", text + "<…>");
            case "dict" -> report(DiagnosticCode.TYPE_ARGUMENT_COUNT, span, text, "two types", "0", "dict<…,…>");
            default -> report(DiagnosticCode.BARE_TYPE, span, text, name.getText());
        }
    }

    /** A word stands where only {@code struct} or {@code enum} could. */
    void unknownWord(Token token) {
        if (!lexicalErrors.inStatementOf(Tokens.span(token).start())) {
            diagnostics.add(
                    diagnostics.draft(DiagnosticCode.UNEXPECTED_TEXT, Tokens.span(token), Tokens.describe(token)),
                    () -> meant(token));
        }
    }

    void missingStruct(Token name) {
        Span gap = Span.at(Tokens.span(name).start());
        report(DiagnosticCode.MISSING_SYMBOL, gap, "struct", Tokens.describe(name));
    }

    void importName(Token token) {
        report(DiagnosticCode.IMPORT_NAME, Tokens.span(token), token.getText());
    }

    void commaForSemicolon(Token comma) {
        report(DiagnosticCode.COMMA_FOR_SEMICOLON, Tokens.span(comma));
    }

    void reservedWord(Token token) {
        report(DiagnosticCode.RESERVED_WORD, Tokens.span(token), token.getText());
    }

    void unexpected(Token token) {
        report(DiagnosticCode.UNEXPECTED_TEXT, Tokens.span(token), Tokens.describe(token));
    }

    void outsideTask(Token token) {
        if (!lexicalErrors.inStatementOf(Tokens.span(token).start())) {
            diagnostics.add(
                    diagnostics.draft(DiagnosticCode.OUTSIDE_TASK, Tokens.span(token), Tokens.describe(token)),
                    () -> meant(token));
        }
    }

    void strayBrace(Token token) {
        report(DiagnosticCode.STRAY_BRACE, Tokens.span(token));
    }

    void taskHead(Token offending) {
        report(DiagnosticCode.MALFORMED_TASK_HEAD, Tokens.span(offending));
    }

    /** {@code body} has an opening brace, real or supplied, and no closing one between the two tokens. */
    void unclosedBrace(ParserRuleContext body, Token previous, Token next) {
        boolean atEnd = next.getType() == Token.EOF;
        Span place = atEnd ? Span.at(Tokens.span(previous).end()) : Tokens.span(next);
        String open = body.getStart().getText().equals("<") ? "<" : "{";
        String close = open.equals("<") ? ">" : "}";
        Diagnostic error = diagnostics.draft(DiagnosticCode.UNCLOSED_BRACE, place, Tokens.describe(next), open, close);
        boolean isThere = body.getStart().getType() == SpmTypeParser.OPEN;
        diagnostics.add(isThere ? error.withRelated(Tokens.span(body.getStart()), RelatedNote.OPENED) : error);
    }

    /** Who comes from another language calls a struct by its word. */
    private static Optional<String> meant(Token token) {
        return switch (token.getText()) {
            case "class", "record", "type" -> Optional.of("struct");
            default -> Suggestions.nearest(token.getText(), WORDS);
        };
    }

    private void report(DiagnosticCode code, Span span, String... arguments) {
        if (!lexicalErrors.inStatementOf(span.start())) {
            diagnostics.error(code, span, arguments);
        }
    }

    private static String symbol(int type) {
        String quoted = SpmTypeParser.VOCABULARY.getLiteralName(type);
        return quoted.substring(1, quoted.length() - 1);
    }
}

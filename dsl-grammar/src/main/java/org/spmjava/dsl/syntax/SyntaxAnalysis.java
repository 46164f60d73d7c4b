package org.spmjava.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/** The first phase: text to tree. */
public final class SyntaxAnalysis {

    /** The most characters that a typedef may have. */
    public static final int LARGEST_FILE = 1 << 20;

    /** The most brackets that may be open at once: far from where recursion could exhaust a thread's stack. */
    public static final int DEEPEST_NESTING = 64;

    private SyntaxAnalysis() {}

    /** Parses the source of {@code diagnostics} and reports there what is wrong. Never null. */
    public static Syntax parse(Diagnostics diagnostics) {
        SourceText source = diagnostics.source();
        int size = source.text().length();
        if (size > LARGEST_FILE) {
            Span firstLine = source.lineSpan(1);
            diagnostics.error(
                    DiagnosticCode.FILE_TOO_LARGE, firstLine, Integer.toString(size), Integer.toString(LARGEST_FILE));
            return new Syntax(Optional.empty(), new CommonTokenStream(new ListTokenSource(List.of())));
        }
        LexicalErrors lexicalErrors = new LexicalErrors(diagnostics);
        SpmTypeLexer lexer = new SpmTypeLexer(new TextCharStream(source));
        lexer.removeErrorListeners();
        lexer.addErrorListener(lexicalErrors);
        List<Token> plain = CompactSpelling.plain(allTokens(lexer), diagnostics);
        CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(plain));
        tokens.fill();
        lexicalErrors.scan(tokens.getTokens());

        Optional<Token> tooDeep = tooDeep(tokens.getTokens());
        if (tooDeep.isPresent()) {
            diagnostics.error(
                    DiagnosticCode.NESTING_TOO_DEEP, Tokens.span(tooDeep.get()), Integer.toString(DEEPEST_NESTING));
            return new Syntax(Optional.empty(), tokens);
        }
        SyntaxErrors syntaxErrors = new SyntaxErrors(diagnostics, lexicalErrors);
        StatementRecovery recovery = new StatementRecovery(syntaxErrors);
        SpmTypeParser parser = new SpmTypeParser(tokens);
        // Whatever goes wrong passes through the recovery, which words it; ANTLR's own listeners write to the console.
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        SpmTypeParser.FileContext tree = parser.file();
        if (tree.declaration().isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(DiagnosticCode.EMPTY_FILE, Span.at(0));
        }
        return new Syntax(recovery.bracesMatch() ? Optional.of(tree) : Optional.empty(), tokens);
    }

    /** With the end of the file, where the last error may have to be reported. */
    private static List<Token> allTokens(SpmTypeLexer lexer) {
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.nextToken());
        } while (tokens.get(tokens.size() - 1).getType() != Token.EOF);
        return tokens;
    }

    /** An angle bracket that is never closed ends with its statement, or many such would look like deep nesting. */
    private static Optional<Token> tooDeep(List<Token> tokens) {
        int braces = 0;
        int angles = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case SpmTypeLexer.OPEN -> {
                    braces++;
                    angles = 0;
                }
                case SpmTypeLexer.CLOSE -> {
                    braces = Math.max(0, braces - 1);
                    angles = 0;
                }
                case SpmTypeLexer.SEMICOLON -> angles = 0;
                case SpmTypeLexer.LESS -> angles++;
                case SpmTypeLexer.GREATER -> angles = Math.max(0, angles - 1);
                default -> {
                    continue;
                }
            }
            if (braces + angles > DEEPEST_NESTING) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}

package org.spmjava.dsl.syntax;

import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.spmjava.dsl.syntax.SpmTypeParser.BodyContext;
import org.spmjava.dsl.syntax.SpmTypeParser.ConstantsContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FieldContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FileContext;
import org.spmjava.dsl.syntax.SpmTypeParser.ImportingContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TaskContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TaskHeadContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TypeArgumentContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TypeArgumentsContext;

/**
 * Goes on after an error so that one mistake is one report and the next mistake is still found.
 *
 * <p>A single missing token is supplied, a single superfluous one dropped. Otherwise the statement is given up: a field
 * up to its semicolon, and never beyond a brace that closes what is open. Braces are never invented away: where they do
 * not match, {@link #bracesMatch()} says so and nothing is concluded from the tree.
 */
final class StatementRecovery extends DefaultErrorStrategy {

    /** Looking ahead without a limit would take quadratic time; no task needs so many. */
    private static final int MOST_ANNOTATIONS = 8;

    /** In tokens; what is longer is no type. */
    private static final int LONGEST_TYPE = 8;

    private final SyntaxErrors errors;
    private boolean bracesMatch = true;

    StatementRecovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    boolean bracesMatch() {
        return bracesMatch;
    }

    /** Called before each turn of a loop: makes sure that the next token can begin a task or a member, or end them. */
    @Override
    public void sync(Parser parser) {
        if (parser.getContext() instanceof FileContext) {
            while (!startsDeclaration(parser) && la(parser, 1) != Token.EOF) {
                skipOutsideTask(parser);
            }
        } else if (parser.getContext() instanceof BodyContext) {
            while (!canContinueBody(parser)) {
                reportOnce(parser, () -> {
                    Token token = parser.getCurrentToken();
                    if (token.getType() == SpmTypeParser.TASK || token.getType() == SpmTypeParser.IMPORT) {
                        errors.reservedWord(token);
                    } else {
                        errors.unexpected(token);
                    }
                });
                parser.consume();
                skipStatement(parser);
            }
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        ParserRuleContext context = parser.getContext();
        if (context instanceof TaskHeadContext) {
            throw new InputMismatchException(parser);
        }
        IntervalSet expected = parser.getExpectedTokens();
        boolean inBody = context instanceof BodyContext || context instanceof ConstantsContext;
        if (inBody && expected.contains(SpmTypeParser.CLOSE)) {
            if (la(parser, 1) == SpmTypeParser.SEMICOLON) {
                reportOnce(parser, () -> missing(SpmTypeParser.CLOSE, parser));
                return supply(parser, SpmTypeParser.CLOSE);
            }
            bracesMatch = false;
            reportOnce(
                    parser,
                    () -> errors.unclosedBrace(context, parser.getInputStream().LT(-1), parser.getCurrentToken()));
            return supply(parser, SpmTypeParser.CLOSE);
        }
        boolean endsTypes = la(parser, 1) == SpmTypeParser.GREATER || la(parser, 1) == SpmTypeParser.COMMA;
        if (context instanceof TypeArgumentContext && endsTypes) {
            reportOnce(parser, () -> errors.unexpected(parser.getInputStream().LT(-1)));
            return supply(parser, SpmTypeParser.WORD);
        }
        if (isReservedWordForName(parser, expected)) {
            reportOnce(parser, () -> errors.reservedWord(parser.getCurrentToken()));
            parser.consume();
            return supply(parser, SpmTypeParser.WORD);
        }
        // In front of anything else it is part of a value, such as a number with a comma.
        boolean endsField = la(parser, 1) == SpmTypeParser.COMMA
                && (la(parser, 2) == SpmTypeParser.CLOSE || startsMember(parser, 2));
        if (endsField && context instanceof FieldContext && expected.contains(SpmTypeParser.SEMICOLON)) {
            reportOnce(parser, () -> errors.commaForSemicolon(parser.getCurrentToken()));
            parser.consume();
            return supply(parser, SpmTypeParser.SEMICOLON);
        }
        if (isDroppable(la(parser, 1), expected) && expected.contains(la(parser, 2))) {
            reportOnce(parser, () -> superfluous(parser));
            parser.consume();
            Token match = parser.getCurrentToken();
            reportMatch(parser);
            parser.consume();
            return match;
        }
        int missing = suppliable(parser, expected);
        if (missing == Token.INVALID_TYPE) {
            throw new InputMismatchException(parser);
        }
        reportOnce(parser, () -> missing(missing, parser));
        return supply(parser, missing);
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        reportOnce(parser, () -> explain(parser, e));
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        ParserRuleContext context = parser.getContext();
        if (context instanceof TaskHeadContext) {
            while (!endsTaskHead(la(parser, 1))) {
                parser.consume();
            }
            return;
        }
        boolean atStart =
                context.getStart().getTokenIndex() == parser.getInputStream().index();
        if (atStart && !endsStatements(parser)) {
            parser.consume();
        }
        skipStatement(parser);
    }

    private void explain(Parser parser, RecognitionException e) {
        TokenStream input = parser.getInputStream();
        Token offending = e.getOffendingToken();
        Token previous = input.get(Math.max(0, offending.getTokenIndex() - 1));
        IntervalSet expected = e.getExpectedTokens();
        if (parser.getContext() instanceof TaskHeadContext) {
            errors.taskHead(offending);
        } else if (parser.getContext() instanceof ImportingContext) {
            errors.importName(offending);
        } else if (e instanceof NoViableAltException choice) {
            explainChoice(choice.getStartToken(), offending, input);
        } else if (offending.getType() == SpmTypeParser.OPEN && expected.contains(SpmTypeParser.LESS)) {
            errors.unknownWord(previous);
        } else if (expected.contains(SpmTypeParser.LESS)
                && parser.getContext() instanceof FieldContext
                && endsType(offending)) {
            errors.bareType(previous, parser.getContext().getStart());
        } else if (expected.contains(SpmTypeParser.LITERAL)) {
            errors.missingInitializer(previous);
        } else if (expected.contains(SpmTypeParser.ASSIGN) && endsField(parser)) {
            errors.missingInitializer(previous);
        } else if (expected.contains(SpmTypeParser.OPEN) && offending.getType() == SpmTypeParser.WORD) {
            errors.unexpected(offending);
        } else if (expected.contains(SpmTypeParser.OPEN)) {
            errors.missing(SpmTypeParser.OPEN, previous, offending);
        } else if (expected.contains(SpmTypeParser.GREATER) && offending.getType() == SpmTypeParser.WORD) {
            errors.missing(SpmTypeParser.COMMA, previous, offending);
        } else if (previous.getType() == SpmTypeParser.STRUCT) {
            errors.reservedWord(previous);
        } else {
            errors.unexpected(offending);
        }
    }

    private static boolean endsType(Token token) {
        return token.getType() == SpmTypeParser.ASSIGN || token.getType() == SpmTypeParser.SEMICOLON;
    }

    /** A member begins with a word, then with `<` or `::`; something else follows here. */
    private void explainChoice(Token word, Token offending, TokenStream input) {
        int next = input.get(Math.min(offending.getTokenIndex() + 1, input.size() - 1))
                .getType();
        if (word.getType() == Token.EOF) {
            errors.unexpected(input.get(Math.max(0, word.getTokenIndex() - 1)));
        } else if (word.getType() != SpmTypeParser.WORD) {
            errors.unexpected(word);
        } else if (offending.getType() == SpmTypeParser.OPEN) {
            errors.missingStruct(word);
        } else if (offending.getType() != SpmTypeParser.WORD) {
            errors.missingType(word);
        } else if (next == SpmTypeParser.ASSIGN || next == SpmTypeParser.SEMICOLON) {
            errors.bareType(word, offending);
        } else if (next == SpmTypeParser.OPEN) {
            errors.unknownWord(word);
        } else {
            errors.unexpected(next == SpmTypeParser.LESS && isTypeBeforeName(offending, input) ? word : offending);
        }
    }

    /** Whether a field begins at {@code type}, so that what stands in front of it is too much. */
    private static boolean isTypeBeforeName(Token type, TokenStream input) {
        int index = type.getTokenIndex() + 1;
        int last = Math.min(index + LONGEST_TYPE, input.size() - 1);
        while (index < last && input.get(index).getType() != SpmTypeParser.GREATER) {
            index++;
        }
        return input.get(Math.min(index + 1, input.size() - 1)).getType() == SpmTypeParser.WORD;
    }

    private void superfluous(Parser parser) {
        Token token = parser.getCurrentToken();
        if (parser.getContext() instanceof TypeArgumentsContext && token.getType() == SpmTypeParser.WORD) {
            missing(SpmTypeParser.COMMA, parser);
        } else if (parser.getContext() instanceof BodyContext body && body.getParent() instanceof TaskContext) {
            errors.taskHead(token);
        } else {
            errors.unexpected(token);
        }
    }

    private void missing(int type, Parser parser) {
        errors.missing(type, parser.getInputStream().LT(-1), parser.getCurrentToken());
    }

    private void reportOnce(Parser parser, Runnable report) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report.run();
        }
    }

    /** The one token that, put before the next, lets the statement go on; or {@link Token#INVALID_TYPE}. */
    private static int suppliable(Parser parser, IntervalSet expected) {
        int next = la(parser, 1);
        if (expected.contains(SpmTypeParser.SEMICOLON) && endsField(parser)) {
            return SpmTypeParser.SEMICOLON;
        }
        boolean typeEnds =
                next == SpmTypeParser.ASSIGN || next == SpmTypeParser.WORD && la(parser, 2) != SpmTypeParser.COMMA;
        if (expected.contains(SpmTypeParser.GREATER) && typeEnds) {
            return SpmTypeParser.GREATER;
        }
        if (expected.contains(SpmTypeParser.ASSIGN)
                && next == SpmTypeParser.WORD
                && la(parser, 2) == SpmTypeParser.SEMICOLON) {
            return SpmTypeParser.ASSIGN;
        }
        if (expected.contains(SpmTypeParser.OPEN) && (startsMember(parser) || next == SpmTypeParser.CLOSE)) {
            return SpmTypeParser.OPEN;
        }
        boolean nameless = next == SpmTypeParser.ASSIGN || next == SpmTypeParser.OPEN;
        if (expected.contains(SpmTypeParser.WORD) && !expected.contains(SpmTypeParser.LITERAL) && nameless) {
            return SpmTypeParser.WORD;
        }
        return Token.INVALID_TYPE;
    }

    private static Token supply(Parser parser, int type) {
        Token previous = parser.getInputStream().LT(-1);
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(Tokens.span(previous).end());
        token.setStopIndex(token.getStartIndex() - 1);
        token.setTokenIndex(-1);
        return token;
    }

    private static boolean isReservedWordForName(Parser parser, IntervalSet expected) {
        boolean reserved = isReserved(la(parser, 1));
        boolean named = la(parser, 2) == SpmTypeParser.ASSIGN || la(parser, 2) == SpmTypeParser.OPEN;
        return reserved && named && expected.contains(SpmTypeParser.WORD);
    }

    private static boolean isReserved(int type) {
        return type == SpmTypeParser.TASK
                || type == SpmTypeParser.STRUCT
                || type == SpmTypeParser.ENUM
                || type == SpmTypeParser.IMPORT;
    }

    /** What begins or ends something is dropped only where a second of its kind is one too many. */
    private static boolean isDroppable(int type, IntervalSet expected) {
        return switch (type) {
            case SpmTypeParser.ASSIGN -> expected.contains(SpmTypeParser.LITERAL);
            case SpmTypeParser.STRUCT, SpmTypeParser.ENUM -> expected.contains(SpmTypeParser.OPEN);
            case SpmTypeParser.TASK,
                    SpmTypeParser.IMPORT,
                    SpmTypeParser.OPEN,
                    SpmTypeParser.CLOSE,
                    SpmTypeParser.SEMICOLON,
                    Token.EOF -> false;
            default -> true;
        };
    }

    private static boolean endsTaskHead(int type) {
        return switch (type) {
            case SpmTypeParser.OPEN, SpmTypeParser.CLOSE, SpmTypeParser.SEMICOLON, SpmTypeParser.TASK, Token.EOF ->
                true;
            default -> false;
        };
    }

    private static boolean canContinueBody(Parser parser) {
        return la(parser, 1) == SpmTypeParser.STRUCT
                || la(parser, 1) == SpmTypeParser.ENUM
                || la(parser, 1) == SpmTypeParser.AT
                || la(parser, 1) == SpmTypeParser.WORD
                || endsStatements(parser)
                || isLeftOfClosingBrace(parser);
    }

    /** A semicolon alone on its line lost the brace before it; behind a field it is merely one too many. */
    private static boolean isLeftOfClosingBrace(Parser parser) {
        return la(parser, 1) == SpmTypeParser.SEMICOLON && isFirstOnItsLine(parser);
    }

    private static boolean endsField(Parser parser) {
        return la(parser, 1) == SpmTypeParser.SEMICOLON || endsStatements(parser) || startsMember(parser);
    }

    private static boolean endsStatements(Parser parser) {
        return la(parser, 1) == SpmTypeParser.CLOSE || la(parser, 1) == Token.EOF || startsTask(parser);
    }

    private static boolean startsTask(Parser parser) {
        int start = 1;
        boolean annotated = true;
        while (annotated && start < MOST_ANNOTATIONS * 2) {
            annotated = la(parser, start) == SpmTypeParser.AT && la(parser, start + 1) == SpmTypeParser.WORD;
            start += annotated ? 2 : 0;
        }
        return la(parser, start) == SpmTypeParser.TASK && la(parser, start + 1) == SpmTypeParser.LESS;
    }

    /** Whether something begins that stands in no other; a task that is not quite one is reported as that. */
    private static boolean startsDeclaration(Parser parser) {
        boolean separated = la(parser, 2) == SpmTypeParser.DOUBLE_COLON || la(parser, 2) == SpmTypeParser.COLON;
        boolean named = la(parser, 3) == SpmTypeParser.STRUCT || la(parser, 3) == SpmTypeParser.ENUM;
        return isReserved(la(parser, 1))
                || la(parser, 1) == SpmTypeParser.AT && la(parser, 2) == SpmTypeParser.WORD
                || la(parser, 1) == SpmTypeParser.WORD && separated && named;
    }

    private static boolean startsMember(Parser parser) {
        return startsMember(parser, 1);
    }

    private static boolean startsMember(Parser parser, int first) {
        switch (la(parser, first)) {
            case SpmTypeParser.STRUCT, SpmTypeParser.ENUM, SpmTypeParser.IMPORT, SpmTypeParser.AT -> {
                return true;
            }
            default -> {}
        }
        boolean typed = la(parser, first + 1) == SpmTypeParser.LESS
                || la(parser, first + 1) == SpmTypeParser.DOUBLE_COLON
                || la(parser, first + 1) == SpmTypeParser.COLON;
        return la(parser, first) == SpmTypeParser.WORD && typed;
    }

    /**
     * Gives up the statement: up to its semicolon, or up to the next that begins on a line of its own. A block on the
     * way is skipped whole. Afterwards errors are reported again, unless everything ended here.
     */
    private void skipStatement(Parser parser) {
        int depth = 0;
        while (la(parser, 1) != Token.EOF && !startsTask(parser)) {
            int next = la(parser, 1);
            if (depth == 0 && (next == SpmTypeParser.CLOSE || startsMember(parser) && isFirstOnItsLine(parser))) {
                endErrorCondition(parser);
                return;
            }
            parser.consume();
            if (next == SpmTypeParser.OPEN) {
                depth++;
            } else if (next == SpmTypeParser.CLOSE) {
                depth--;
            }
            boolean blockEnded = next == SpmTypeParser.CLOSE && la(parser, 1) != SpmTypeParser.SEMICOLON;
            if (depth == 0 && (next == SpmTypeParser.SEMICOLON || blockEnded)) {
                endErrorCondition(parser);
                return;
            }
        }
        bracesMatch &= depth == 0;
    }

    private void skipOutsideTask(Parser parser) {
        Token first = parser.getCurrentToken();
        reportOnce(parser, () -> {
            if (first.getType() == SpmTypeParser.CLOSE) {
                errors.strayBrace(first);
            } else {
                errors.outsideTask(first);
            }
        });
        int depth = 0;
        boolean declares = false;
        while (la(parser, 1) != SpmTypeParser.TASK && la(parser, 1) != Token.EOF && !declares) {
            if (la(parser, 1) == SpmTypeParser.OPEN) {
                depth++;
            } else if (la(parser, 1) == SpmTypeParser.CLOSE) {
                depth--;
                bracesMatch &= depth >= 0;
            }
            parser.consume();
            declares = depth <= 0 && startsDeclaration(parser);
        }
        bracesMatch &= depth <= 0;
    }

    private static boolean isFirstOnItsLine(Parser parser) {
        Token previous = parser.getInputStream().LT(-1);
        return previous == null || previous.getLine() < parser.getCurrentToken().getLine();
    }

    private static int la(Parser parser, int distance) {
        return parser.getInputStream().LA(distance);
    }
}

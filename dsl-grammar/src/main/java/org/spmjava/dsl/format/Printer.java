package org.spmjava.dsl.format;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.syntax.SpmTypeParser;
import org.spmjava.dsl.syntax.Tokens;

/**
 * Writes tokens with their gaps, and comments where they were: behind something, or on a line of their own. Where a
 * comment breaks a line that would have gone on, what follows is indented further.
 */
final class Printer {

    private static final String INDENT = "  ";
    private static final int CONTINUATION = 2;

    private final SourceText source;
    private final Gaps gaps;
    private final StringBuilder out = new StringBuilder();
    private Token previous;
    /** Whether the last token opened a body; a comment behind it changes nothing. */
    private boolean opened;

    Printer(SourceText source, Gaps gaps) {
        this.source = source;
        this.gaps = gaps;
    }

    String print(List<Token> tokens) {
        Token next = tokens.get(tokens.size() - 1);
        Token[] following = new Token[tokens.size()];
        for (int i = tokens.size() - 1; i >= 0; i--) {
            next = isComment(tokens.get(i)) || isSupplied(tokens.get(i)) ? next : tokens.get(i);
            following[i] = next;
        }
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (isComment(token)) {
                comment(token, gaps.before(following[i]));
            } else if (!isSupplied(token)) {
                token(token, gaps.before(token));
            }
        }
        return out.append('\n').toString();
    }

    private void token(Token token, Gap gap) {
        boolean first = previous == null;
        if (gap.breaksLine() && !first) {
            breakLine(gap.depth(), gap.kind() == Gap.Kind.LINE && isBlankBefore(token));
        } else if (!first && isComment(previous)) {
            breakLine(gap.depth() + CONTINUATION, false);
        } else if (!first) {
            out.append(" ".repeat(gap.spaces()));
        }
        out.append(token.getText());
        previous = token;
        opened = token.getType() == SpmTypeParser.OPEN;
    }

    private void comment(Token comment, Gap next) {
        if (previous != null && line(comment) == endLine(previous)) {
            out.append(' ');
        } else if (previous != null) {
            boolean blank = next.kind() == Gap.Kind.LINE || next.kind() == Gap.Kind.CLOSING;
            breakLine(commentDepth(next), blank && isBlankBefore(comment));
            opened = false;
        }
        out.append(comment.getText().stripTrailing());
        previous = comment;
    }

    private static int commentDepth(Gap next) {
        return switch (next.kind()) {
            case LINE, ATTACHED -> next.depth();
            case CLOSING -> next.depth() + 1;
            case INLINE -> next.depth() + CONTINUATION;
        };
    }

    private void breakLine(int depth, boolean blank) {
        out.append(blank && !opened ? "\n\n" : "\n").append(INDENT.repeat(depth));
    }

    private boolean isBlankBefore(Token token) {
        return line(token) - endLine(previous) > 1;
    }

    private int line(Token token) {
        return source.line(token.getStartIndex());
    }

    private int endLine(Token token) {
        return source.line(Tokens.span(token).end());
    }

    private static boolean isComment(Token token) {
        return token.getChannel() != Token.DEFAULT_CHANNEL;
    }

    private static boolean isSupplied(Token token) {
        return token.getText().isEmpty();
    }
}

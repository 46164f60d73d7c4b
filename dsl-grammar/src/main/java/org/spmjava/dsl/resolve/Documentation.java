package org.spmjava.dsl.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.syntax.SpmTypeLexer;
import org.spmjava.dsl.syntax.Tokens;

/** Finds the comment that documents a declaration. */
final class Documentation {

    private final SourceText source;
    private final CommonTokenStream tokens;

    Documentation(SourceText source, CommonTokenStream tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    /** The comment lines directly above {@code first}, with no blank line and no code between. */
    Optional<String> above(Token first) {
        Deque<String> lines = new ArrayDeque<>();
        int expectedLine = source.line(first.getStartIndex()) - 1;
        for (int i = first.getTokenIndex() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean directlyAbove = token.getType() == SpmTypeLexer.COMMENT
                    && source.line(token.getStartIndex()) == expectedLine
                    && isAloneOnItsLine(token);
            if (!directlyAbove) {
                break;
            }
            lines.addFirst(withoutMark(token.getText()));
            expectedLine--;
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Otherwise it belongs to the declaration that it follows. */
    private boolean isAloneOnItsLine(Token comment) {
        int index = comment.getTokenIndex();
        return index == 0
                || source.line(Tokens.span(tokens.get(index - 1)).end()) < source.line(comment.getStartIndex());
    }

    private static String withoutMark(String comment) {
        int from = comment.startsWith("# ") ? 2 : 1;
        return comment.substring(from).stripTrailing();
    }
}

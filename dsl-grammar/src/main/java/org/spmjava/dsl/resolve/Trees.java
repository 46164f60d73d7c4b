package org.spmjava.dsl.resolve;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.spmjava.dsl.syntax.SpmTypeParser;
import org.spmjava.dsl.syntax.SpmTypeParser.TypeArgumentsContext;
import org.spmjava.dsl.syntax.Tokens;

/** Tells in a tree what was written from what the parser supplied or dropped. */
final class Trees {

    private Trees() {}

    /** Whether the parser understood all of {@code tree}, a type or an initialiser. If not, it has said so. */
    static boolean isWhole(ParseTree tree) {
        if (tree instanceof TerminalNode) {
            return !(tree instanceof ErrorNode);
        }
        boolean ended = !(tree instanceof TypeArgumentsContext arguments) || arguments.GREATER() != null;
        if (tree.getChildCount() == 0 || !ended) {
            return false;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (!isWhole(tree.getChild(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first word directly in {@code tree} that was written there and understood. */
    static Optional<Word> word(ParserRuleContext tree) {
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (tree.getChild(i) instanceof TerminalNode node
                    && !(node instanceof ErrorNode)
                    && node.getSymbol().getType() == SpmTypeParser.WORD) {
                Token token = node.getSymbol();
                return Optional.of(new Word(token.getText(), Tokens.span(token)));
            }
        }
        return Optional.empty();
    }
}

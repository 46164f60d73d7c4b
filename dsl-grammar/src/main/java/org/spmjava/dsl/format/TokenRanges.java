package org.spmjava.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What there is between two tokens. Answers in time that does not depend on how much that is. */
final class TokenRanges {

    private final int[] commentsBefore;
    private final int[] widthBefore;

    TokenRanges(CommonTokenStream stream) {
        List<Token> tokens = stream.getTokens();
        commentsBefore = new int[tokens.size() + 1];
        widthBefore = new int[tokens.size() + 1];
        for (Token token : tokens) {
            int index = token.getTokenIndex();
            boolean comment = token.getChannel() != Token.DEFAULT_CHANNEL;
            int width = comment || token.getType() == Token.EOF ? 0 : width(token);
            commentsBefore[index + 1] = commentsBefore[index] + (comment ? 1 : 0);
            widthBefore[index + 1] = widthBefore[index] + width;
        }
    }

    int tokens() {
        return commentsBefore.length - 1;
    }

    boolean hasComment(Token first, Token last) {
        return commentsBefore[last.getTokenIndex()] > commentsBefore[first.getTokenIndex()];
    }

    /** How many characters the tokens from {@code first} to {@code last} have together, both included. */
    int width(Token first, Token last) {
        return widthBefore[last.getTokenIndex() + 1] - widthBefore[first.getTokenIndex()];
    }

    /** The tokens of {@code tree} that were written: a separator that may be left out can have been supplied. */
    static List<Token> written(ParseTree tree) {
        List<Token> tokens = new ArrayList<>();
        gather(tree, tokens);
        return tokens;
    }

    private static void gather(ParseTree tree, List<Token> tokens) {
        if (tree instanceof TerminalNode node && !node.getText().isEmpty()) {
            tokens.add(node.getSymbol());
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            gather(tree.getChild(i), tokens);
        }
    }

    private static int width(Token token) {
        String text = token.getText();
        return text.codePointCount(0, text.length());
    }
}

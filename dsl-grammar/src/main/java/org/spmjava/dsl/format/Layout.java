package org.spmjava.dsl.format;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.spmjava.dsl.syntax.SpmTypeParser;
import org.spmjava.dsl.syntax.SpmTypeParser.AnnotationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.BodyContext;
import org.spmjava.dsl.syntax.SpmTypeParser.ConstantsContext;
import org.spmjava.dsl.syntax.SpmTypeParser.DeclarationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.EnumerationContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FieldContext;
import org.spmjava.dsl.syntax.SpmTypeParser.FileContext;
import org.spmjava.dsl.syntax.SpmTypeParser.ImportingContext;
import org.spmjava.dsl.syntax.SpmTypeParser.MemberContext;
import org.spmjava.dsl.syntax.SpmTypeParser.StructContext;
import org.spmjava.dsl.syntax.SpmTypeParser.TaskContext;

/** Tree to gaps: where each token goes, as far as comments do not interfere. */
final class Layout {

    /** The width of an enum that stands on one line, its indentation included. */
    private static final int LONGEST_ENUM = 80;

    private final TokenRanges ranges;
    private final Gaps gaps;
    private Columns columns;

    Layout(TokenRanges ranges) {
        this.ranges = ranges;
        this.gaps = new Gaps(ranges.tokens());
    }

    Gaps of(FileContext tree) {
        tree.declaration().forEach(this::declaration);
        return gaps;
    }

    private void declaration(DeclarationContext tree) {
        columns = new Columns(ranges);
        Gap start = annotations(tree.annotation(), 0);
        if (tree.importing() != null) {
            importing(tree.importing(), start);
        } else if (tree.enumeration() != null) {
            enumeration(tree.enumeration(), start);
        } else if (tree.struct() != null) {
            columns.measure(tree.struct().body(), 1);
            struct(tree.struct(), start);
        } else {
            columns.measure(tree.task().body(), 1);
            task(tree.task(), start);
        }
    }

    /** Puts the annotations on a line of their own; returns the gap of what follows them. */
    private Gap annotations(List<AnnotationContext> annotations, int depth) {
        Gap gap = Gap.line(depth);
        for (AnnotationContext annotation : annotations) {
            gaps.put(annotation.AT().getSymbol(), gap);
            gaps.put(annotation.WORD().getSymbol(), Gap.inline(0, depth));
            gap = Gap.inline(1, depth);
        }
        return annotations.isEmpty() ? gap : Gap.attached(depth);
    }

    private void importing(ImportingContext tree, Gap start) {
        words(TokenRanges.written(tree), start);
    }

    private void task(TaskContext tree, Gap start) {
        int depth = start.depth();
        gaps.put(tree.TASK().getSymbol(), start);
        TokenRanges.written(tree.taskHead()).forEach(token -> gaps.put(token, Gap.inline(0, depth)));
        body(tree.body(), depth);
        semicolon(tree.SEMICOLON(), depth);
    }

    private void struct(StructContext tree, Gap start) {
        head(tree, start);
        body(tree.body(), start.depth());
        semicolon(tree.SEMICOLON(), start.depth());
    }

    private void body(BodyContext tree, int depth) {
        Token open = tree.OPEN().getSymbol();
        Token close = tree.CLOSE().getSymbol();
        boolean empty = tree.member().isEmpty() && !ranges.hasComment(open, close);
        int space = isBrace(open) ? 1 : 0;
        gaps.put(open, Gap.inline(space, depth));
        tree.member().forEach(member -> member(member, depth + 1));
        gaps.put(close, empty ? Gap.inline(space, depth) : Gap.closing(depth));
    }

    private void member(MemberContext tree, int depth) {
        Gap start = annotations(tree.annotation(), depth);
        if (tree.struct() != null) {
            struct(tree.struct(), start);
        } else if (tree.enumeration() != null) {
            enumeration(tree.enumeration(), start);
        } else {
            field(tree.field(), start);
        }
    }

    private void field(FieldContext tree, Gap start) {
        words(TokenRanges.written(tree), start);
        TokenRanges.written(tree.type()).stream()
                .skip(1)
                .forEach(token -> gaps.put(token, Gap.inline(0, start.depth())));
        Columns.Row row = columns.row(tree, start.depth());
        gaps.put(row.second(), Gap.inline(row.paddingOfSecond(), start.depth()));
        gaps.put(row.third(), Gap.inline(row.paddingOfThird(), start.depth()));
        semicolon(tree.SEMICOLON(), start.depth());
    }

    private void enumeration(EnumerationContext tree, Gap start) {
        head(tree, start);
        constants(tree.constants(), start.depth(), fitsOnOneLine(tree, start.depth()));
        semicolon(tree.SEMICOLON(), start.depth());
    }

    /** Whatever stands between constants is laid out, though the next phase may have to say what is wrong with it. */
    private void constants(ConstantsContext tree, int depth, boolean onOneLine) {
        List<Token> tokens = TokenRanges.written(tree);
        Token open = tokens.get(0);
        int space = isBrace(open) ? 1 : 0;
        Gap between = onOneLine ? Gap.inline(1, depth) : Gap.line(depth + 1);
        Gap next = onOneLine ? Gap.inline(space, depth) : between;
        for (Token token : tokens.subList(1, tokens.size() - 1)) {
            boolean separates = isSeparator(token);
            gaps.put(token, separates ? Gap.inline(0, depth + 1) : next);
            next = separates ? between : Gap.inline(1, depth + 1);
        }
        Token close = tokens.get(tokens.size() - 1);
        gaps.put(open, Gap.inline(space, depth));
        gaps.put(close, onOneLine ? Gap.inline(space, depth) : Gap.closing(depth));
    }

    private boolean fitsOnOneLine(EnumerationContext tree, int depth) {
        Token first = tree.getStart();
        Token last = tree.constants().CLOSE().getSymbol();
        if (ranges.hasComment(first, last)) {
            return false;
        }
        long spaces = TokenRanges.written(tree).stream()
                .filter(token -> !isSeparator(token))
                .count();
        return 2L * depth + ranges.width(first, last) + spaces <= LONGEST_ENUM;
    }

    /** The words before the body of a struct or an enum. */
    private void head(ParserRuleContext tree, Gap start) {
        Gap gap = start;
        for (int i = 0;
                !(tree.getChild(i) instanceof BodyContext || tree.getChild(i) instanceof ConstantsContext);
                i++) {
            for (Token token : TokenRanges.written(tree.getChild(i))) {
                gaps.put(token, gap);
                gap = Gap.inline(1, start.depth());
            }
        }
    }

    /** One space between two, and none before a semicolon. */
    private void words(List<Token> tokens, Gap start) {
        Gap gap = start;
        for (Token token : tokens) {
            gaps.put(token, isSeparator(token) ? Gap.inline(0, start.depth()) : gap);
            gap = Gap.inline(1, start.depth());
        }
    }

    private void semicolon(TerminalNode node, int depth) {
        if (node != null && !node.getText().isEmpty()) {
            gaps.put(node.getSymbol(), Gap.inline(0, depth));
        }
    }

    private static boolean isSeparator(Token token) {
        return token.getType() == SpmTypeParser.COMMA || token.getType() == SpmTypeParser.SEMICOLON;
    }

    private static boolean isBrace(Token open) {
        return open.getText().equals("{");
    }
}

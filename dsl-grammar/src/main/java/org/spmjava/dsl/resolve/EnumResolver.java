package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.SpmTypeParser;
import org.spmjava.dsl.syntax.SpmTypeParser.ConstantsContext;
import org.spmjava.dsl.syntax.SpmTypeParser.EnumerationContext;
import org.spmjava.dsl.syntax.Tokens;

/** Declares enums. The grammar lets anything stand between two constants; here it is told what is wrong with it. */
final class EnumResolver {

    private final Diagnostics diagnostics;
    private final Documentation documentation;
    private final Optional<String> importedFrom;

    EnumResolver(Diagnostics diagnostics, Documentation documentation, Optional<String> importedFrom) {
        this.diagnostics = diagnostics;
        this.documentation = documentation;
        this.importedFrom = importedFrom;
    }

    DeclaredEnum declare(Word name, EnumerationContext tree, Span span) {
        List<DeclaredEnum.Constant> constants = new ArrayList<>();
        boolean whole = tree.exception == null && tree.constants() != null;
        if (whole) {
            whole = constants(tree.constants(), constants) && tree.constants().exception == null;
        }
        Token start = tree.getStart();
        return new DeclaredEnum(name, constants, !whole, span, importedFrom, line(start), documentation.above(start));
    }

    /** Reads the words; reports the first thing that is neither a word nor the comma between two. */
    private boolean constants(ConstantsContext tree, List<DeclaredEnum.Constant> constants) {
        boolean wordExpected = true;
        boolean whole = true;
        for (int i = 1; i < tree.getChildCount() - 1; i++) {
            if (!(tree.getChild(i) instanceof TerminalNode node) || node instanceof ErrorNode) {
                return false;
            }
            Token token = node.getSymbol();
            Word word = new Word(token.getText(), Tokens.span(token));
            boolean separator = word.text().equals(",") || word.text().isEmpty();
            if (token.getType() == SpmTypeParser.WORD && wordExpected) {
                whole &= constant(word, token, constants);
                wordExpected = false;
            } else if (token.getType() == SpmTypeParser.WORD) {
                missingComma(word);
                constant(word, token, constants);
                whole = false;
            } else if (separator && !wordExpected) {
                wordExpected = true;
            } else if (!word.text().isEmpty()) {
                diagnostics.error(DiagnosticCode.NO_CONSTANT, word.span(), word.text());
                return false;
            }
        }
        return whole;
    }

    private boolean constant(Word word, Token token, List<DeclaredEnum.Constant> constants) {
        boolean accepted = Names.accept(word, diagnostics);
        if (accepted) {
            constants.add(new DeclaredEnum.Constant(word, line(token), documentation.above(token)));
        }
        return accepted;
    }

    private void missingComma(Word next) {
        diagnostics.error(DiagnosticCode.MISSING_SYMBOL, Span.at(next.span().start()), ",", "`" + next.text() + "`");
    }

    private int line(Token token) {
        return diagnostics.source().line(token.getStartIndex());
    }
}

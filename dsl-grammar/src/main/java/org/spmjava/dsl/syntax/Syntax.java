package org.spmjava.dsl.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.spmjava.dsl.syntax.SpmTypeParser.FileContext;

/**
 * What the parser made of a text.
 *
 * @param tree the tree, complete but for what was reported; empty if the text was too large or too deeply nested to
 *     parse, or if its braces do not match, so that it is unclear which field belongs where
 * @param tokens all tokens, comments on the hidden channel; not null
 */
public record Syntax(Optional<FileContext> tree, CommonTokenStream tokens) {}

package org.spmjava.dsl.resolve;

import org.spmjava.dsl.source.Span;

/**
 * A word of the typedef and where it stands.
 *
 * @param text the word, not null
 * @param span its place, not null
 */
public record Word(String text, Span span) {}

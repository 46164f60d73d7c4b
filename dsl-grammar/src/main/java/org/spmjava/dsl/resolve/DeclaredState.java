package org.spmjava.dsl.resolve;

import org.spmjava.dsl.model.State;
import org.spmjava.dsl.source.Span;

/**
 * A state in front of a task or a field, as written.
 *
 * @param state which one
 * @param span where it stands, its {@code @} included
 */
public record DeclaredState(State state, Span span) {}

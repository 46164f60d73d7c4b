package org.spmjava.dsl.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.Suggestions;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.source.Span;
import org.spmjava.dsl.syntax.SpmTypeParser.AnnotationContext;
import org.spmjava.dsl.syntax.Tokens;

/** Gives annotations their meaning. */
final class States {

    private static final List<String> KEYWORDS =
            Stream.of(State.values()).map(State::keyword).toList();

    private final Diagnostics diagnostics;

    States(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The states that {@code annotations} name; reports those that are none. */
    List<DeclaredState> of(List<AnnotationContext> annotations) {
        List<DeclaredState> states = new ArrayList<>();
        for (AnnotationContext annotation : annotations) {
            Trees.word(annotation).ifPresent(word -> {
                Optional<State> state = State.of(word.text());
                if (state.isPresent()) {
                    Span at = Tokens.span(annotation.getStart());
                    states.add(new DeclaredState(state.get(), at.to(word.span())));
                } else {
                    diagnostics.add(
                            diagnostics.draft(DiagnosticCode.UNKNOWN_STATE, word.span(), word.text()),
                            () -> Suggestions.nearest(word.text(), KEYWORDS));
                }
            });
        }
        return states;
    }

    /** Reports annotations in front of what has no state. */
    void none(List<AnnotationContext> annotations, String what) {
        for (AnnotationContext annotation : annotations) {
            Trees.word(annotation)
                    .ifPresent(
                            word -> diagnostics.error(DiagnosticCode.MISPLACED_STATE, word.span(), word.text(), what));
        }
    }
}

package org.spmjava.dsl.check;

import java.util.List;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.diagnostic.RelatedNote;
import org.spmjava.dsl.resolve.DeclaredField;
import org.spmjava.dsl.resolve.DeclaredFile;
import org.spmjava.dsl.resolve.DeclaredState;

/** Something is in one place and at one time, and is told so once. */
final class StatesAgree implements Check {

    @Override
    public void check(DeclaredFile file, Diagnostics diagnostics) {
        file.tasks().forEach(task -> {
            check(task.states(), diagnostics);
            checkFields(task.userFields(), diagnostics);
            Presence.parts(task).forEach(found -> checkFields(found.struct().fields(), diagnostics));
        });
        file.structs().forEach(struct -> checkFields(struct.body().fields(), diagnostics));
    }

    private static void checkFields(List<DeclaredField> fields, Diagnostics diagnostics) {
        fields.forEach(field -> check(field.states(), diagnostics));
    }

    /** Against those before it, of which the first suffices. */
    private static void check(List<DeclaredState> states, Diagnostics diagnostics) {
        for (int i = 1; i < states.size(); i++) {
            DeclaredState state = states.get(i);
            states.subList(0, i).stream()
                    .filter(first ->
                            first.state() == state.state() || first.state().excludes(state.state()))
                    .findFirst()
                    .ifPresent(first -> report(first, state, diagnostics));
        }
    }

    private static void report(DeclaredState first, DeclaredState state, Diagnostics diagnostics) {
        DiagnosticCode code =
                first.state() == state.state() ? DiagnosticCode.DUPLICATE_STATE : DiagnosticCode.CONTRADICTING_STATES;
        diagnostics.add(diagnostics
                .draft(
                        code,
                        state.span(),
                        first.state().keyword(),
                        state.state().keyword())
                .withRelated(first.span(), RelatedNote.FIRST_DECLARED));
    }
}

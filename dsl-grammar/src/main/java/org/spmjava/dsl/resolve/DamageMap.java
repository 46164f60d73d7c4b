package org.spmjava.dsl.resolve;

import java.util.Arrays;
import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.source.Span;

/** Where the parser reported something: there, what seems to be missing may be what was not understood. */
final class DamageMap {

    private final int[] places;

    /** Takes what was reported so far; what the later phases report is no damage. */
    DamageMap(Diagnostics diagnostics) {
        this.places = diagnostics.sorted().stream()
                .map(Diagnostic::span)
                .mapToInt(Span::start)
                .toArray();
    }

    /** Whether something was reported in {@code span} outside of {@code parts}, which answer for themselves. */
    boolean within(Span span, List<DeclaredStruct> parts) {
        return Arrays.stream(places)
                .filter(place -> span.encloses(Span.at(place)))
                .anyMatch(place -> parts.stream().noneMatch(part -> part.span().encloses(Span.at(place))));
    }
}

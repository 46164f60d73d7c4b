package org.spmjava.dsl.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.Diagnostic;

/**
 * What came of laying out one typedef.
 *
 * @param text the typedef in its layout; present exactly when there is nothing to report
 * @param diagnostics why the text could not be understood, in source order; not null, copied
 */
public record Formatting(Optional<String> text, List<Diagnostic> diagnostics) {

    /**
     * @throws NullPointerException if anything is null
     * @throws IllegalArgumentException if there is a text and a diagnostic, or neither
     */
    public Formatting {
        Objects.requireNonNull(text, "text");
        diagnostics = List.copyOf(diagnostics);
        if (text.isPresent() != diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a typedef is either laid out or explained");
        }
    }
}

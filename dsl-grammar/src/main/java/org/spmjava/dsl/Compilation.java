package org.spmjava.dsl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.Severity;
import org.spmjava.dsl.model.TypedefFile;

/**
 * What came of compiling one typedef.
 *
 * @param file the model; present exactly when there is no error
 * @param diagnostics everything to tell the user, in source order; not null, copied
 */
public record Compilation(Optional<TypedefFile> file, List<Diagnostic> diagnostics) {

    /**
     * @throws NullPointerException if anything is null
     * @throws IllegalArgumentException if there is a file and an error, or neither
     */
    public Compilation {
        Objects.requireNonNull(file, "file");
        diagnostics = List.copyOf(diagnostics);
        if (file.isPresent() == containsError(diagnostics)) {
            throw new IllegalArgumentException("a compilation has either a file or an error");
        }
    }

    /** Whether any diagnostic is an error. */
    public boolean hasErrors() {
        return containsError(diagnostics);
    }

    private static boolean containsError(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}

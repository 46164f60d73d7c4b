package org.spmjava.maven;

import java.util.List;
import java.util.Optional;

/**
 * What came of looking at one typedef directory.
 *
 * @param directory what was looked at
 * @param findings what to tell the user; empty where nothing changed since the last time
 * @param checked whether they were checked, rather than known to be well
 * @param changed whether the stamp was written or deleted
 */
record Outcome(TypedefDirectory directory, List<Finding> findings, boolean checked, boolean changed) {

    /** What was done, in a line; empty where there are no typedefs. */
    Optional<String> summary() {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        String typedefs = Count.of(directory.typedefs().size(), "typedef");
        return Optional.of(checked ? "Checked " + typedefs + "." : "Nothing changed in " + typedefs + ".");
    }

    /** Why the build cannot go on, if it cannot. */
    static Optional<String> failure(List<Outcome> outcomes) {
        List<Finding> errors = outcomes.stream()
                .flatMap(outcome -> outcome.findings.stream())
                .filter(Finding::isError)
                .toList();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        int total = outcomes.stream()
                .mapToInt(outcome -> outcome.directory.typedefs().size())
                .sum();
        long wrong = errors.stream().map(Finding::file).distinct().count();
        return Optional.of("%s in %d of %s. Each is shown above, with its place and what to write instead."
                .formatted(Count.of(errors.size(), "mistake"), wrong, Count.of(total, "typedef")));
    }
}

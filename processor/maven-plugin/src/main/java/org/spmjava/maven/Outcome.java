package org.spmjava.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking at one typedef directory.
 *
 * @param total how many typedefs there are
 * @param checked the typedefs that were checked, rather than known to be well
 * @param findings what to tell the user
 * @param changed whether what the goal wrote is new
 */
record Outcome(int total, List<Path> checked, List<Finding> findings, boolean changed) {

    /** Of a directory without typedefs. */
    static Outcome empty(boolean changed) {
        return new Outcome(0, List.of(), List.of(), changed);
    }

    /** Where nothing changed since all was well. */
    static Outcome unchanged(int total) {
        return new Outcome(total, List.of(), List.of(), false);
    }

    /** Whether all is as it was when it was well. */
    boolean isUnchanged() {
        return total > 0 && checked.isEmpty();
    }

    /** What was done, in a line; empty where there are no typedefs. */
    Optional<String> summary() {
        if (total == 0) {
            return Optional.empty();
        }
        String typedefs = Count.of(total, "typedef");
        return Optional.of(isUnchanged() ? "Nothing changed in " + typedefs + "." : "Checked " + typedefs + ".");
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
        int total = outcomes.stream().mapToInt(Outcome::total).sum();
        long wrong = errors.stream().map(Finding::file).distinct().count();
        return Optional.of("%s in %d of %s. Each is shown above, with its place and what to write instead."
                .formatted(Count.of(errors.size(), "mistake"), wrong, Count.of(total, "typedef")));
    }
}

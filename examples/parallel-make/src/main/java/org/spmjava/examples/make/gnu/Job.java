package org.spmjava.examples.make.gnu;

import java.util.List;
import java.util.Map;

/**
 * A recipe that GNU make would run now, or later if what it waits for changes something.
 *
 * @param target what it makes, by name
 * @param place where the recipe stands, as {@code file:line}; {@code <builtin>} for a rule of make's own
 * @param outputs the files that it makes; none for the target that is a name alone
 * @param inputs the files that its target is compared with; one that is missing makes it out of date
 * @param isForced whether it runs whatever the files' times are
 * @param isPrecious whether a half-written output is kept
 * @param lines the recipe
 * @param environment variables of this recipe alone, beside those of all
 * @param after the jobs to wait for, by their places in the answer, each before this one's
 */
public record Job(
        String target,
        String place,
        List<String> outputs,
        List<String> inputs,
        boolean isForced,
        boolean isPrecious,
        List<Line> lines,
        Map<String, String> environment,
        List<Integer> after) {

    /** Copies the collections. */
    public Job {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
        lines = List.copyOf(lines);
        environment = Map.copyOf(environment);
        after = List.copyOf(after);
    }
}

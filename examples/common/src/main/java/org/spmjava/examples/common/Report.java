package org.spmjava.examples.common;

import java.util.List;
import java.util.Objects;
import org.spmjava.api.Conclusion;

/**
 * What one run of a program came to.
 *
 * @param wentWell whether it did what it was asked for
 * @param conclusions of the commands that it managed, in their order; none if there was nothing to do
 * @param answer for people, one line
 */
public record Report(boolean wentWell, List<Conclusion> conclusions, String answer) {

    /** Copies the list and refuses null. */
    public Report {
        conclusions = List.copyOf(conclusions);
        Objects.requireNonNull(answer, "answer");
    }
}

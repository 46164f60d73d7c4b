package org.spmjava.statecheck;

import java.util.Objects;

/**
 * One method of a chain of calls.
 *
 * @param label what people call it, such as {@code Primes.taskEval} or {@code new Helper}
 * @param file the name of its source file; empty if it is not known
 * @param line the line where the chain leaves it, or where it begins if it is the last; 0 if it is not known
 */
public record Frame(String label, String file, int line) {

    /** Refuses null. */
    public Frame {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(file, "file");
    }

    /** For example {@code Primes.taskEval (Primes.java:58)}. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return label;
        }
        return label + " (" + file + (line == 0 ? "" : ":" + line) + ")";
    }
}

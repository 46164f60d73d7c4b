package org.spmjava.report;

import org.spmjava.api.Conclusion;
import org.spmjava.api.Verdict;

/**
 * A task that has its final status.
 *
 * @param number its number within its command, from 0
 * @param outcome how it ended
 */
record EndedTask(int number, Conclusion.Outcome outcome) {

    /** For people; never empty. */
    String label() {
        return outcome.label().isBlank() ? "task " + number : outcome.label();
    }

    Verdict verdict() {
        return outcome.verdict();
    }

    /** From its command's begin. */
    long startNs() {
        return outcome.start().toNanos();
    }

    long durationNs() {
        return outcome.duration().toNanos();
    }

    /** The first line of why it did not return; empty if it did. */
    String reason() {
        return outcome.message().lines().findFirst().orElse("");
    }
}

package org.spmjava.examples.make.gnu;

import java.util.List;

/**
 * One line of a recipe as a shell gets it; continued lines are one.
 *
 * @param shell the program and the options that come before the text
 * @param text with all variables expanded
 * @param mayFail whether a failure is ignored
 * @param isRecursive whether GNU make runs it even when asked what it would do: it names {@code $(MAKE)}, or is marked
 *     by {@code +}
 */
public record Line(List<String> shell, String text, boolean mayFail, boolean isRecursive) {

    /** Copies the list. */
    public Line {
        shell = List.copyOf(shell);
    }
}

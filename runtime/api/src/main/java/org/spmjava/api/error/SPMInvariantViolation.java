package org.spmjava.api.error;

import java.util.Objects;
import java.util.Optional;

/**
 * A door, or a method with state annotations, was used in a state that it forbids; names the state that was expected
 * and the one that was found.
 */
public final class SPMInvariantViolation extends SPMError {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;
    private final StackTraceElement caller;

    /**
     * Makes a violation.
     *
     * @param door what was called
     * @param expected the state in which it may be called
     * @param found the state in which it was called
     */
    public SPMInvariantViolation(String door, String expected, String found) {
        super(door + ": expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
        this.caller = null;
    }

    /**
     * Makes a violation that says who is to blame.
     *
     * @param door what was called
     * @param expected the state in which it may be called
     * @param found the state in which it was called
     * @param caller who called it
     */
    public SPMInvariantViolation(String door, String expected, String found, StackTraceElement caller) {
        super(door + ": expected " + expected + ", found " + found + "; called by " + caller);
        this.expected = expected;
        this.found = found;
        this.caller = Objects.requireNonNull(caller);
    }

    /**
     * The state in which the door may be used.
     *
     * @return for example {@code "Hub, offline"}
     */
    public String expected() {
        return expected;
    }

    /**
     * The state in which the door was used.
     *
     * @return for example {@code "Hub, online (command 3)"}
     */
    public String found() {
        return found;
    }

    /**
     * Who called an annotated method in a state that its annotations forbid.
     *
     * @return the caller; empty if the door is one of SPM.Java's own, or if only the JVM called it
     */
    public Optional<StackTraceElement> caller() {
        return Optional.ofNullable(caller);
    }
}

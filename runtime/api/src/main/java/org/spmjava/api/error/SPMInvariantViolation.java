package org.spmjava.api.error;

/** A door was used in a state that it forbids; names the state that was expected and the one that was found. */
public final class SPMInvariantViolation extends SPMError {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

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
}

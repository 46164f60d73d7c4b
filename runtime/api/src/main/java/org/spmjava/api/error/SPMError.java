package org.spmjava.api.error;

/** The root of all that SPM.Java itself throws. */
public class SPMError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an error.
     *
     * @param message what is wrong, and what to do about it
     */
    public SPMError(String message) {
        super(message);
    }

    /**
     * Makes an error with a cause.
     *
     * @param message what is wrong, and what to do about it
     * @param cause what led to it, may be {@code null}
     */
    public SPMError(String message, Throwable cause) {
        super(message, cause);
    }
}

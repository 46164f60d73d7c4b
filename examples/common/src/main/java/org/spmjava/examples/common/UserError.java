package org.spmjava.examples.common;

/** What the user of a program can mend: shown as one line, without a stack trace. */
public final class UserError extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message for people, with the file and line where there is one
     */
    public UserError(String message) {
        super(message);
    }
}

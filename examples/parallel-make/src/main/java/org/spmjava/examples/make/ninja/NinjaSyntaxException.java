package org.spmjava.examples.make.ninja;

/** A build file cannot be understood; the message begins with the place, {@code file:line:column}. */
public final class NinjaSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    NinjaSyntaxException(String place, String what) {
        super(place + ": " + what);
    }
}

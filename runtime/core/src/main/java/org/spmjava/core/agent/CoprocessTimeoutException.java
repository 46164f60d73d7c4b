package org.spmjava.core.agent;

/** A coprocess was still running when its own timeout passed; it was ended. */
final class CoprocessTimeoutException extends Exception {

    private static final long serialVersionUID = 1L;

    CoprocessTimeoutException(String message) {
        super(message);
    }
}

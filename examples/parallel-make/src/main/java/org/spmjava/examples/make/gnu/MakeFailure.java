package org.spmjava.examples.make.gnu;

/** GNU make is missing, or says that it cannot make something; the message is for people, of one or a few lines. */
public final class MakeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    MakeFailure(String message) {
        super(message);
    }
}

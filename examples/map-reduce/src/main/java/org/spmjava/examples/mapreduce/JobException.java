package org.spmjava.examples.mapreduce;

/** What the user of a job can mend, and no other Spoke could: an input, an option, a full disk. */
public final class JobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message for people, one line, with the file where there is one
     */
    public JobException(String message) {
        super(message);
    }

    /**
     * The message of such an exception, out of what the Hub is told of a task that threw one.
     *
     * @return null if it threw another
     */
    static String messageIn(String told) {
        String mark = JobException.class.getName() + ": ";
        int at = told.indexOf(mark);
        return at < 0 ? null : told.substring(at + mark.length());
    }
}

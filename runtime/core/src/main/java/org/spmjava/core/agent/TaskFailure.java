package org.spmjava.core.agent;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.spmjava.api.Verdict;

/** A task that ended prematurely on a Spoke which lives to tell. */
final class TaskFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** How much of a stack trace travels. */
    private static final int MAX_TRACE = 64 * 1024;

    /** How much of a throwable's own text does; it has to fit into a message, and into a line for a person. */
    private static final int MAX_TEXT = 4 * 1024;

    private final Verdict verdict;
    private final String stackTrace;

    private TaskFailure(Verdict verdict, String message, String stackTrace) {
        super(message, null, false, false);
        this.verdict = verdict;
        this.stackTrace = stackTrace;
    }

    static TaskFailure loading(Throwable thrown) {
        return of(thrown, Verdict.LOAD_UNCAUGHT, Verdict.LOAD_FATAL);
    }

    static TaskFailure evaluating(Throwable thrown) {
        return of(thrown, Verdict.EVAL_UNCAUGHT, Verdict.EVAL_FATAL);
    }

    private static TaskFailure of(Throwable thrown, Verdict uncaught, Verdict fatal) {
        // After a stack overflow the JVM is as good as before; after the others of its kind it is not.
        boolean jvmFailed = thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
        return new TaskFailure(jvmFailed ? fatal : uncaught, oneLine(thrown), trace(thrown));
    }

    private static String oneLine(Throwable thrown) {
        try {
            String line = thrown.toString()
                    .lines()
                    .findFirst()
                    .orElse(thrown.getClass().getName());
            return cut(line, MAX_TEXT);
        } catch (Throwable itsMessageThrows) {
            return thrown.getClass().getName();
        }
    }

    private static String trace(Throwable thrown) {
        try {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            return cut(text.toString(), MAX_TRACE);
        } catch (Throwable itsTraceThrows) {
            return "";
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    Verdict verdict() {
        return verdict;
    }

    String stackTrace() {
        return stackTrace;
    }
}

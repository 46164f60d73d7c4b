package org.spmjava.api.error;

import java.util.Optional;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/** The final status of one task that did not return; thrown at the Hub by whoever reads the task's return value. */
public abstract class SPMTaskError extends SPMError {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;
    private final String label;
    private final transient SpokeIdentity spoke;
    private final String remoteStackTrace;

    SPMTaskError(Verdict verdict, Failure failure) {
        super(verdict + " of task '" + failure.label() + "'"
                + (failure.spoke() == null ? "" : " on " + failure.spoke())
                + ": " + failure.message());
        this.verdict = verdict;
        this.label = failure.label();
        this.spoke = failure.spoke();
        this.remoteStackTrace = failure.remoteStackTrace();
    }

    /**
     * Makes the exception that stands for a verdict.
     *
     * @param verdict any but {@link Verdict#RETURNED}
     * @param failure what is known of the failure
     * @return the exception of the verdict's own class
     * @throws IllegalArgumentException if the verdict is {@link Verdict#RETURNED}
     */
    public static SPMTaskError of(Verdict verdict, Failure failure) {
        return switch (verdict) {
            case RETURNED -> throw new IllegalArgumentException("a task that returned has no exception");
            case DROPPED -> new SPMTaskDropped(failure);
            case LOAD_UNCAUGHT -> new SPMTaskLoadUncaught(failure);
            case LOAD_FATAL -> new SPMTaskLoadFatal(failure);
            case LOAD_KILL -> new SPMTaskLoadKill(failure);
            case LOAD_TIMEOUT -> new SPMTaskLoadTimeout(failure);
            case EVAL_UNCAUGHT -> new SPMTaskEvalUncaught(failure);
            case EVAL_FATAL -> new SPMTaskEvalFatal(failure);
            case EVAL_KILL -> new SPMTaskEvalKill(failure);
            case EVAL_TIMEOUT -> new SPMTaskEvalTimeout(failure);
        };
    }

    /**
     * The task's final status.
     *
     * @return never {@link Verdict#RETURNED}
     */
    public final Verdict verdict() {
        return verdict;
    }

    /**
     * The task's label.
     *
     * @return the label as the user set it
     */
    public final String label() {
        return label;
    }

    /**
     * Where the task was.
     *
     * @return the Spoke, or empty if the task was never given to one
     */
    public final Optional<SpokeIdentity> spoke() {
        return Optional.ofNullable(spoke);
    }

    /**
     * The stack trace of the throwable that left the user's code on the Spoke.
     *
     * @return the text as the Spoke printed it; empty if there was none
     */
    public final String remoteStackTrace() {
        return remoteStackTrace;
    }

    /**
     * What is known of a failure.
     *
     * @param label the task's label
     * @param spoke where it was, {@code null} if it was never given to a Spoke
     * @param message what happened, in one line
     * @param remoteStackTrace the Spoke's stack trace, empty if there is none
     */
    public record Failure(String label, SpokeIdentity spoke, String message, String remoteStackTrace) {}
}

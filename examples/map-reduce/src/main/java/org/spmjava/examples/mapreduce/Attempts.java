package org.spmjava.examples.mapreduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Verdict;
import org.spmjava.api.error.SPMTaskError;
import org.spmjava.examples.common.UserError;

/**
 * What became of each piece of work, over as many commands as it takes: a piece counts once, whichever attempt
 * returned; a lost Spoke is no reason to give up, what the job itself did wrong is.
 */
final class Attempts<R> {

    /** A piece that has cost so many Spokes will cost the next one too. */
    static final int MOST = 3;

    private final List<String> names;
    private final Limits limits;
    private final List<R> results = new ArrayList<>();
    private final boolean[] done;
    private final int[] lost;
    private int[] pieces = {};
    private int noted;
    private SPMTaskError uncaught;
    private SPMTaskError last;

    /**
     * Nothing done yet.
     *
     * @param names of the pieces
     * @param limits what a task was told of time
     */
    Attempts(List<String> names, Limits limits) {
        this.names = names;
        this.limits = limits;
        this.done = new boolean[names.size()];
        this.lost = new int[names.size()];
        names.forEach(name -> results.add(null));
    }

    /** Begins a command with what is not done; false if all is. */
    boolean begin() {
        pieces = IntStream.range(0, done.length).filter(piece -> !done[piece]).toArray();
        noted = 0;
        return pieces.length > 0;
    }

    /** Begins a command with everything. */
    void beginAll() {
        pieces = IntStream.range(0, done.length).toArray();
        noted = 0;
    }

    /** What the command does, in the order of its tasks. */
    int[] pieces() {
        return pieces;
    }

    /** Notes how a task of the command ended. */
    void note(TaskStatus<?, R> status) {
        int piece = status.index() < pieces.length ? pieces[status.index()] : -1;
        if (status.verdict().returned()) {
            noted++;
            if (piece >= 0) {
                done[piece] = true;
                results.set(piece, status.returnValue());
            }
            return;
        }
        SPMTaskError error = status.exception().orElseThrow();
        if (error.verdict() == Verdict.EVAL_UNCAUGHT && (uncaught == null || isOurs(error) && !isOurs(uncaught))) {
            uncaught = error;
        }
        if (error.verdict() != Verdict.DROPPED) {
            noted++;
            last = error;
            if (piece >= 0) {
                lost[piece]++;
            }
        } else if (last == null) {
            last = error;
        }
    }

    private static boolean isOurs(SPMTaskError error) {
        return JobException.messageIn(error.getMessage()) != null;
    }

    /**
     * Looks at the command when it has concluded.
     *
     * @throws UserError if it makes no sense to try again
     */
    void check() throws UserError {
        if (uncaught != null) {
            String ours = JobException.messageIn(uncaught.getMessage());
            throw new UserError(Objects.requireNonNullElse(ours, uncaught.getMessage()));
        }
        for (int piece = 0; piece < lost.length; piece++) {
            if (lost[piece] >= MOST) {
                throw new UserError("given up after " + MOST + " attempts at `" + names.get(piece) + "`: "
                        + last.getMessage() + advice(last.verdict()));
            }
        }
        if (pieces.length > 0 && noted == 0) {
            throw new UserError("nothing could be done: " + last.getMessage());
        }
    }

    private String advice(Verdict verdict) {
        if (verdict == Verdict.EVAL_FATAL) {
            return "; a smaller --memory or a larger --spoke-heap may help";
        }
        return verdict == Verdict.EVAL_TIMEOUT
                ? "; a task may take " + limits.each().toDuration().toSeconds() + " s, see --timeout"
                : "";
    }

    /** What the pieces came to, by piece; null for what is not done. */
    List<R> results() {
        return results;
    }
}

package org.spmjava.core.agent;

import java.util.List;
import org.spmjava.api.SpokeIdentity;

/** What a serial session leaves to others: the time, whose turn it is, and what befalls its Spokes. */
public interface Circumstances {

    /**
     * What becomes of a task that a Spoke is about to evaluate.
     *
     * @param end how far it gets
     * @param durationNs how long it takes by the session's clock, beside what really passes on it; 0 or more
     */
    record Fate(End end, long durationNs) {

        /** It is evaluated and reported at once. */
        public static final Fate UNHARMED = new Fate(End.REPORTED, 0);

        /** How far a task gets. */
        public enum End {
            /** It is evaluated, and the Hub hears of it. */
            REPORTED,
            /** Its Spoke is killed before its evaluator is called. */
            KILLED_BEFORE,
            /** Its Spoke is killed after its evaluator has ended, and before the Hub has heard of it. */
            KILLED_AFTER
        }
    }

    /**
     * The session's time.
     *
     * @return in nanoseconds, of any clock that does not go backwards
     */
    long nowNs();

    /** Nobody has anything to do before some time has passed. Returns when it has. */
    void pass();

    /**
     * In which order Spokes take turns.
     *
     * @param incarnations those that there are, in the order in which they would
     * @return the same, in any order
     */
    List<Long> turns(List<Long> incarnations);

    /**
     * How long a Spoke that is launched takes to come up.
     *
     * @param spoke which
     * @return in nanoseconds of the session's clock, 0 or more
     */
    long startNs(SpokeIdentity spoke);

    /**
     * What becomes of the next task.
     *
     * @param spoke who is about to evaluate it
     * @return its fate
     */
    Fate fate(SpokeIdentity spoke);
}

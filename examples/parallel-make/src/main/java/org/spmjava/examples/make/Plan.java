package org.spmjava.examples.make;

import java.util.List;

/**
 * What a build has to do, round by round: what a step did decides about later ones, and what was cut short is taken up
 * again.
 */
interface Plan {

    /** What became of a step. */
    enum Fate {
        /** It ran, or there was no need to. */
        MADE,
        /** It did not return, by itself or because it took too long. */
        FAILED,
        /** Its Spoke was ended from outside. */
        KILLED,
        /** It did not begin. */
        DROPPED
    }

    /**
     * The steps of the next round.
     *
     * @return each after those that it waits for; none if the build has ended
     * @throws Exception if they cannot be told
     */
    List<Step> next() throws Exception;

    /**
     * Tells how the last round went.
     *
     * @param fates in the order of its steps
     */
    void concluded(List<Fate> fates);

    /** Whether everything that was asked for is made; to be asked when there is no next round. */
    boolean isComplete();
}

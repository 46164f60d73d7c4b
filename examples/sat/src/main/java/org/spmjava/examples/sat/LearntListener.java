package org.spmjava.examples.sat;

/** Hears of what a solver learns, during the search. */
@FunctionalInterface
interface LearntListener {

    /**
     * A clause that follows from the formula.
     *
     * @param clause its literals
     * @param glue of how many levels of decisions they were: the fewer, the more use (G. Audemard, L. Simon, IJCAI
     *     2009)
     */
    void onLearnt(int[] clause, int glue);
}

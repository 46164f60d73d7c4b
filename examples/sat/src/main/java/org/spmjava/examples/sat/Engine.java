package org.spmjava.examples.sat;

import java.util.function.BooleanSupplier;

/** A solver of a member, for one formula, cube by cube. Used by one thread. */
interface Engine extends AutoCloseable {

    /** What came of a cube. */
    enum Outcome {
        /** There is a model. */
        SATISFIABLE,
        /** There is none, see the core. */
        REFUTED,
        /** It was left. */
        LEFT
    }

    /**
     * Searches a cube.
     *
     * @param cube its literals
     * @param leave asked every few milliseconds whether to leave the cube; may take its time
     * @return what came of it
     * @throws Exception if the solver fails
     */
    Outcome solve(int[] cube, BooleanSupplier leave) throws Exception;

    /**
     * The model that was found.
     *
     * @return of each variable, in order, itself or its negation
     */
    int[] model();

    /**
     * Why the last cube was refuted.
     *
     * @return literals of the cube that cannot hold together; none if the formula has no model at all
     */
    int[] core();

    /** Whether a cube that was left is gone on with rather than begun anew, and clauses are learnt in between. */
    boolean isResumable();

    /**
     * Takes in a clause that follows from the formula; between two searches.
     *
     * @param clause its literals, at least one
     */
    void learn(int[] clause);

    /**
     * What is known to hold.
     *
     * @return the literals that were learnt as clauses of their own
     */
    int[] units();

    /**
     * How much each variable had to do with the search.
     *
     * @return for each variable, from index 1; empty if that is unknown
     */
    double[] activity();

    /**
     * How many conflicts there were.
     *
     * @return 0 if that is unknown
     */
    long conflicts();

    @Override
    void close();
}

package org.spmjava.api;

/**
 * A handle to a set of Spokes; code is a function of the handle, not of the pool's content.
 *
 * <p>A pool belongs to the virtual cloud that made it. It selects places, not processes: a Spoke that is relaunched
 * stays in its pools.
 */
public interface Pool {

    /**
     * What the pool selects, for people.
     *
     * @return for example {@code intraAll}
     */
    String name();

    /**
     * How many Spokes the pool can hold.
     *
     * @return 0 or more
     */
    int size();

    /**
     * A pool of some of the Spokes of this one.
     *
     * @param most how many at the most, 0 or more
     * @return the smaller of the two
     * @throws IllegalArgumentException if the number is negative
     */
    Pool limit(int most);
}

package org.spmjava.api;

/**
 * A handle to a set of Spokes; code is a function of the handle, not of the pool's content.
 *
 * <p>A pool belongs to the virtual cloud that made it. It selects places, not processes: a Spoke that is relaunched
 * stays in its pools, unless a filter asks for certain incarnations.
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

    /**
     * A pool of those Spokes of this one that a filter means; asked again whenever a Spoke joins.
     *
     * @param filter which are meant
     * @return as large as this one, since any of its places may come to hold such a Spoke; as many as there are
     *     incarnations if the filter names them
     */
    Pool where(SpokeFilter filter);

    /**
     * A pool of the very processes that a command used, while they last.
     *
     * @param conclusion the command's
     * @return the same as {@link #where} with {@link SpokeFilter#incarnationsOf}
     */
    default Pool usedBy(Conclusion conclusion) {
        return where(SpokeFilter.incarnationsOf(conclusion));
    }
}

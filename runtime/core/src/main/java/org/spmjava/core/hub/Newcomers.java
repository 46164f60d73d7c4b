package org.spmjava.core.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.spmjava.api.SpokeFilter;

/**
 * Whether Spokes that a pool means may still join. Where it names incarnations, each of them joins once: who has
 * joined, or is gone, is never looked at again.
 */
final class Newcomers {

    private final List<ArrayDeque<Long>> named = new ArrayList<>();

    Newcomers(SpokeFilter filter) {
        collect(filter);
    }

    private void collect(SpokeFilter filter) {
        if (filter instanceof SpokeFilter.Both both) {
            collect(both.left());
            collect(both.right());
        } else if (filter instanceof SpokeFilter.Incarnations some) {
            named.add(new ArrayDeque<>(new TreeSet<>(some.incarnations())));
        }
    }

    /**
     * Whether there may be some.
     *
     * @param mayJoin whether an incarnation may; once it may not, it never may again
     */
    boolean mayCome(LongPredicate mayJoin) {
        for (ArrayDeque<Long> some : named) {
            while (!some.isEmpty() && !mayJoin.test(some.peekFirst())) {
                some.removeFirst();
            }
            if (some.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}

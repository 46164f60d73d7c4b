package org.spmjava.examples.branchandbound;

import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Goes through all round trips that begin in a given way, depth first, and turns back as soon as no shorter one than
 * the shortest known can follow.
 */
final class Search {

    private final Distances distances;
    private final LongUnaryOperator shortest;
    private final Consumer<int[]> found;
    private final int[] trip;
    private final boolean[] visited;
    private final long[] nearest;
    private long bound = Long.MAX_VALUE;
    private long nodes;

    /**
     * @param shortest asked now and then, with the bound that is known here: how long the shortest trip is by now
     * @param found told of every trip that is shorter; not to be kept
     */
    Search(Distances distances, LongUnaryOperator shortest, Consumer<int[]> found) {
        this.distances = distances;
        this.shortest = shortest;
        this.found = found;
        this.trip = new int[distances.cities()];
        this.visited = new boolean[distances.cities()];
        this.nearest = new long[distances.cities()];
        for (int city = 0; city < nearest.length; city++) {
            nearest[city] = distances.nearest(city);
        }
    }

    /** Searches among the trips that begin with some cities, and says how many partial trips it looked at. */
    long from(int... begin) {
        long length = 0;
        long rest = 0;
        for (long least : nearest) {
            rest += least;
        }
        for (int i = 0; i < begin.length; i++) {
            trip[i] = begin[i];
            visited[begin[i]] = true;
            if (i > 0) {
                length += distances.between(begin[i - 1], begin[i]);
                rest -= nearest[begin[i - 1]];
            }
        }
        extend(begin.length, length, rest);
        return nodes;
    }

    // tag::extend[]
    /**
     * @param depth how many cities the trip has
     * @param length how long it is
     * @param rest how long the ways out of its last city and of all that are not visited are, at least
     */
    private void extend(int depth, long length, long rest) {
        if (nodes++ % 1000 == 0) {
            bound = shortest.applyAsLong(bound);
        }
        int last = trip[depth - 1];
        if (depth == trip.length) {
            long whole = length + distances.between(last, trip[0]);
            if (whole < bound) {
                bound = whole;
                found.accept(trip);
            }
            return;
        }
        for (int city = 1; city < trip.length; city++) {
            long longer = length + distances.between(last, city);
            if (!visited[city] && longer + rest - nearest[last] < bound) {
                visited[city] = true;
                trip[depth] = city;
                extend(depth + 1, longer, rest - nearest[last]);
                visited[city] = false;
            }
        }
    }
    // end::extend[]
}

package org.spmjava.examples.branchandbound;

import java.util.Random;
import java.util.stream.LongStream;

/** How far it is from each city to each, symmetric. */
public final class Distances {

    private static final int SIDE = 1000;

    private final int cities;
    private final long[] matrix;

    /** Of a square matrix, row by row. */
    Distances(long[] matrix) {
        this.cities = (int) Math.sqrt(matrix.length);
        this.matrix = matrix;
    }

    /**
     * Cities at random places of a square, the same for the same seed.
     *
     * @param seed the seed
     * @param cities how many, at least 4
     * @return their distances, rounded to whole numbers
     */
    public static Distances generated(long seed, int cities) {
        Random random = new Random(seed);
        double[] x = random.doubles(cities).toArray();
        double[] y = random.doubles(cities).toArray();
        return new Distances(LongStream.range(0, (long) cities * cities)
                .map(place -> {
                    int from = (int) (place / cities);
                    int to = (int) (place % cities);
                    return Math.round(SIDE * Math.hypot(x[from] - x[to], y[from] - y[to]));
                })
                .toArray());
    }

    /**
     * The number of cities.
     *
     * @return at least 4
     */
    public int cities() {
        return cities;
    }

    /**
     * A distance.
     *
     * @param from a city
     * @param to a city
     * @return how far it is
     */
    public long between(int from, int to) {
        return matrix[from * cities + to];
    }

    long[] matrix() {
        return matrix;
    }

    /**
     * The length of a round trip.
     *
     * @param trip cities in their order
     * @return their distances, the way back included
     */
    public long length(int[] trip) {
        long length = 0;
        for (int i = 0; i < trip.length; i++) {
            length += between(trip[i], trip[(i + 1) % trip.length]);
        }
        return length;
    }

    /** How far it is at least from a city to any other. */
    long nearest(int from) {
        return LongStream.range(0, cities)
                .filter(to -> to != from)
                .map(to -> between(from, (int) to))
                .min()
                .orElseThrow();
    }
}

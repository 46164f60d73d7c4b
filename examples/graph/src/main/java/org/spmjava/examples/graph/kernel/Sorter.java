package org.spmjava.examples.graph.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sorts arcs by the owners of their tails. */
final class Sorter {

    private final int[] bounds;
    private final int[][] ends;
    private final double[][] weights;
    private final int[] counts;

    Sorter(int[] bounds, boolean weighted) {
        this.bounds = bounds;
        int tasks = bounds.length - 1;
        ends = new int[tasks][1024];
        weights = weighted ? new double[tasks][512] : null;
        counts = new int[tasks];
    }

    void add(int tail, int head, double weight) {
        int owner = Partition.owner(bounds, tail);
        int count = counts[owner]++;
        int[] to = ends[owner];
        if (2 * count == to.length) {
            to = Arrays.copyOf(to, 2 * to.length);
            ends[owner] = to;
            if (weights != null) {
                weights[owner] = Arrays.copyOf(weights[owner], to.length / 2);
            }
        }
        to[2 * count] = tail;
        to[2 * count + 1] = head;
        if (weights != null) {
            weights[owner][count] = weight;
        }
    }

    /** By owner, of each arc its tail and its head. */
    List<int[]> ends() {
        List<int[]> all = new ArrayList<>();
        for (int owner = 0; owner < counts.length; owner++) {
            all.add(Arrays.copyOf(ends[owner], 2 * counts[owner]));
        }
        return all;
    }

    /** By owner, the weights; null if there are none. */
    List<double[]> weights() {
        if (weights == null) {
            return null;
        }
        List<double[]> all = new ArrayList<>();
        for (int owner = 0; owner < counts.length; owner++) {
            all.add(Arrays.copyOf(weights[owner], counts[owner]));
        }
        return all;
    }
}

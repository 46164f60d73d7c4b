package org.spmjava.core.communication;

import java.util.Arrays;

/**
 * How a domain of cells is divided into as many blocks as there are tasks: of all ways, the one whose blocks have the
 * least surface, since that is what they exchange.
 *
 * @param blocks how many in each dimension
 * @param cells the domain's extent in each dimension
 */
record ProcessGrid(int[] blocks, int[] cells) {

    /**
     * Finds it.
     *
     * @param size how many blocks
     * @param haloWidth how many cells a block must have at least in a dimension that is divided
     * @throws IllegalArgumentException if there is none
     */
    static ProcessGrid of(int size, int haloWidth, int[] cells) {
        int[] best = search(size, haloWidth, cells, new int[cells.length], 0, null);
        if (best == null) {
            throw new IllegalArgumentException("a domain of " + Arrays.toString(cells) + " cells with a halo of "
                    + haloWidth + " cannot be divided among " + size
                    + " tasks: each must hold at least one cell, and at least as many in each divided dimension as the"
                    + " halo is wide");
        }
        return new ProcessGrid(best, cells.clone());
    }

    private static int[] search(int left, int haloWidth, int[] cells, int[] blocks, int dimension, int[] best) {
        if (dimension == cells.length) {
            boolean better = left == 1 && (best == null || surface(cells, blocks) < surface(cells, best));
            return better ? blocks.clone() : best;
        }
        int[] found = best;
        for (int count = 1; count <= Math.min(left, cells[dimension]); count++) {
            if (left % count == 0 && (count == 1 || cells[dimension] / count >= haloWidth)) {
                blocks[dimension] = count;
                found = search(left / count, haloWidth, cells, blocks, dimension + 1, found);
            }
        }
        return found;
    }

    /** Of the largest block, half of it. */
    private static double surface(int[] cells, int[] blocks) {
        double surface = 0;
        for (int i = 0; i < cells.length; i++) {
            double face = 1;
            for (int j = 0; j < cells.length; j++) {
                face *= j == i ? 1 : Math.ceil((double) cells[j] / blocks[j]);
            }
            surface += face;
        }
        return surface;
    }

    /** Where a rank's block is; the last dimension's neighbours have neighbouring ranks. */
    int[] place(int rank) {
        int[] place = new int[blocks.length];
        int left = rank;
        for (int i = blocks.length - 1; i >= 0; i--) {
            place[i] = left % blocks[i];
            left /= blocks[i];
        }
        return place;
    }

    int rank(int[] place) {
        int rank = 0;
        for (int i = 0; i < blocks.length; i++) {
            rank = rank * blocks[i] + place[i];
        }
        return rank;
    }

    /** Where in a dimension the blocks at a place begin: two blocks' extents differ by at most one. */
    int first(int dimension, int place) {
        int all = cells[dimension];
        int count = blocks[dimension];
        return place * (all / count) + Math.min(place, all % count);
    }
}

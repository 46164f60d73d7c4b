package org.spmjava.examples.graph.input;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Edges, in blocks of bounded size: they grow without being copied, and are given away block by block, so that what has
 * been passed on is free.
 */
public final class EdgeBlocks {

    /** How many edges a block holds: 4 MiB of ends. */
    static final int BLOCK = 1 << 19;

    /**
     * Some edges.
     *
     * @param ends of each edge its tail, then its head
     * @param weights of each edge, or {@code null} if edges have none
     */
    public record Block(int[] ends, double[] weights) {

        /**
         * How many edges there are.
         *
         * @return 0 or more
         */
        public int size() {
            return ends.length / 2;
        }
    }

    private final boolean weighted;
    private final ArrayDeque<Block> full = new ArrayDeque<>();
    private int[] ends = {};
    private double[] weights = {};
    private int last;
    private long count;

    /**
     * No edges yet.
     *
     * @param weighted whether edges have weights
     */
    public EdgeBlocks(boolean weighted) {
        this.weighted = weighted;
    }

    /**
     * Adds an edge.
     *
     * @param tail one end
     * @param head the other
     * @param weight ignored if edges have none
     */
    public void add(int tail, int head, double weight) {
        if (2 * last == ends.length) {
            grow();
        }
        ends[2 * last] = tail;
        ends[2 * last + 1] = head;
        if (weighted) {
            weights[last] = weight;
        }
        last++;
        count++;
    }

    private void grow() {
        if (last == BLOCK) {
            full.add(new Block(ends, weighted ? weights : null));
            ends = new int[2 * BLOCK];
            weights = new double[weighted ? BLOCK : 0];
            last = 0;
            return;
        }
        int larger = Math.min(BLOCK, Math.max(1024, 4 * last));
        ends = Arrays.copyOf(ends, 2 * larger);
        weights = Arrays.copyOf(weights, weighted ? larger : 0);
    }

    /**
     * How many edges have been added.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Whether edges have weights.
     *
     * @return as it was asked for
     */
    public boolean weighted() {
        return weighted;
    }

    /** What was added is in blocks from now on, also what was added last. */
    public void close() {
        if (last > 0) {
            full.add(new Block(Arrays.copyOf(ends, 2 * last), weighted ? Arrays.copyOf(weights, last) : null));
        }
        ends = new int[0];
        weights = new double[0];
        last = 0;
    }

    /**
     * How many blocks are left.
     *
     * @return 0 or more
     */
    public int blocks() {
        return full.size();
    }

    /**
     * Gives a block away.
     *
     * @return the next one, the caller's own, or {@code null} if there is none
     */
    public Block poll() {
        return full.poll();
    }

    /**
     * All that are left, without giving them away.
     *
     * @return in the order in which they were added
     */
    public Iterable<Block> all() {
        return full;
    }
}

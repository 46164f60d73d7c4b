package org.spmjava.benchmarks.taskbench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What one block does between a row and the next: which outputs it sends to whom, and gets from whom.
 *
 * @param inputs for each point of the block, what it needs
 * @param received for each rank, the points whose outputs come from there, in one message
 * @param sent for each rank, the points whose outputs go there, in one message
 */
record Exchanges(int[][] inputs, int[][] received, int[][] sent) {

    /** Of a step and the one before. */
    static Exchanges of(TaskGraph graph, Columns columns, int rank, int step) {
        int size = columns.blocks();
        List<TreeSet<Integer>> received = sets(size);
        List<TreeSet<Integer>> sent = sets(size);
        int firstOfRow = graph.offset(step);
        int endOfRow = firstOfRow + graph.width(step);
        int first = Math.max(firstOfRow, columns.first(rank));
        int end = Math.min(endOfRow, columns.end(rank));
        int[][] inputs = new int[Math.max(0, end - first)][];
        for (int point = firstOfRow; point < endOfRow; point++) {
            boolean own = point >= first && point < end;
            int[] needed = graph.inputs(step, point);
            if (own) {
                inputs[point - first] = needed;
            }
            for (int other : needed) {
                int owner = columns.block(other);
                if (own && owner != rank) {
                    received.get(owner).add(other);
                } else if (!own && owner == rank) {
                    sent.get(columns.block(point)).add(other);
                }
            }
        }
        return new Exchanges(inputs, arrays(received), arrays(sent));
    }

    /** Those of every step, each made once. */
    static Exchanges[] all(TaskGraph graph, Columns columns, int rank) {
        Exchanges[] all = new Exchanges[graph.steps()];
        Exchanges[] ofSets = new Exchanges[graph.sets()];
        for (int step = 0; step < all.length; step++) {
            boolean full = step > 0 && graph.width(step) == graph.width() && graph.width(step - 1) == graph.width();
            int set = graph.set(step);
            if (full && ofSets[set] != null) {
                all[step] = ofSets[set];
            } else {
                all[step] = of(graph, columns, rank, step);
                if (full) {
                    ofSets[set] = all[step];
                }
            }
        }
        return all;
    }

    private static List<TreeSet<Integer>> sets(int size) {
        List<TreeSet<Integer>> sets = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            sets.add(new TreeSet<>());
        }
        return sets;
    }

    private static int[][] arrays(List<TreeSet<Integer>> sets) {
        return sets.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * Columns divided into blocks, as equal as possible.
     *
     * @param width how many columns
     * @param blocks how many blocks
     */
    record Columns(int width, int blocks) {

        int first(int block) {
            return (int) ((long) block * width / blocks);
        }

        int end(int block) {
            return first(block + 1);
        }

        int block(int column) {
            // The first of a block is rounded down, so that this one is rounded up.
            return (int) (((column + 1L) * blocks - 1) / width);
        }
    }
}

package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import java.util.List;
import org.spmjava.examples.graph.input.EdgeBlocks.Block;

/**
 * Who is adjacent to whom, as compressed sparse rows: the neighbours of a vertex lie behind each other, in order, none
 * twice.
 *
 * @param start where each vertex's neighbours begin; one entry more than there are vertices
 * @param targets the neighbours
 * @param weights of the edges to them, or {@code null} if they have none
 */
record Csr(int[] start, int[] targets, double[] weights) {

    /** How many arcs an array can hold. */
    static final int MOST_ARCS = Integer.MAX_VALUE - 8;

    int vertices() {
        return start.length - 1;
    }

    int arcs() {
        return start[start.length - 1];
    }

    int degree(int vertex) {
        return start[vertex + 1] - start[vertex];
    }

    /**
     * Sorts arcs, twice by counting: by their heads, then by their tails. Of arcs between the same two the lightest is
     * kept.
     *
     * @param arcs which are consumed: a tail and a head each
     * @param tails how many vertices have rows
     * @param heads how many vertices there are as neighbours
     * @param weighted whether arcs have weights
     */
    static Csr of(List<Block> arcs, int tails, int heads, boolean weighted) {
        int[] start = new int[tails + 1];
        int[] byHead = new int[heads + 1];
        long count = 0;
        for (Block block : arcs) {
            int[] ends = block.ends();
            for (int i = 0; i < ends.length; i += 2) {
                start[ends[i] + 1]++;
                byHead[ends[i + 1] + 1]++;
            }
            count += block.size();
        }
        if (count > MOST_ARCS) {
            throw new OutOfMemoryError(count + " arcs are too many for one Spoke: take more Spokes");
        }
        accumulate(start);
        accumulate(byHead);
        int[] tail = new int[(int) count];
        double[] weight = weighted ? new double[(int) count] : null;
        for (int b = 0; b < arcs.size(); b++) {
            Block block = arcs.set(b, null);
            int[] ends = block.ends();
            for (int i = 0; i < ends.length; i += 2) {
                int place = byHead[ends[i + 1]]++;
                tail[place] = ends[i];
                if (weighted) {
                    weight[place] = block.weights()[i / 2];
                }
            }
        }
        return rows(start, byHead, tail, weight);
    }

    private static void accumulate(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    /** By now, {@code headEnd} tells where the arcs of each head end. */
    private static Csr rows(int[] start, int[] headEnd, int[] tail, double[] weight) {
        int[] targets = new int[tail.length];
        double[] weights = weight == null ? null : new double[tail.length];
        int[] end = Arrays.copyOf(start, start.length - 1);
        int arc = 0;
        for (int head = 0; head < headEnd.length - 1; head++) {
            for (; arc < headEnd[head]; arc++) {
                int row = tail[arc];
                int place = end[row];
                boolean again = place > start[row] && targets[place - 1] == head;
                if (!again) {
                    targets[place] = head;
                    end[row]++;
                }
                if (weights != null) {
                    int kept = again ? place - 1 : place;
                    weights[kept] = again ? Math.min(weights[kept], weight[arc]) : weight[arc];
                }
            }
        }
        return packed(start, end, targets, weights);
    }

    /** Closes the gaps that arcs left that came twice. */
    private static Csr packed(int[] start, int[] end, int[] targets, double[] weights) {
        int to = 0;
        for (int row = 0; row < end.length; row++) {
            int from = start[row];
            int length = end[row] - from;
            start[row] = to;
            if (from != to) {
                System.arraycopy(targets, from, targets, to, length);
                if (weights != null) {
                    System.arraycopy(weights, from, weights, to, length);
                }
            }
            to += length;
        }
        start[end.length] = to;
        return new Csr(
                start,
                to == targets.length ? targets : Arrays.copyOf(targets, to),
                weights == null || to == weights.length ? weights : Arrays.copyOf(weights, to));
    }
}

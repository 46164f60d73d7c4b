package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * PageRank: S. Brin, L. Page, <i>The anatomy of a large-scale hypertextual Web search engine</i>, 1998. A vertex pulls
 * along the edges that lead to it; the rank of vertices from which none leads is spread over all.
 */
public final class PageRank {

    private static final Channel<double[]> SUMS = Channel.of("sums of ranks", Codecs.DOUBLES);

    private PageRank() {}

    /**
     * How ranks are computed.
     *
     * @param damping how much of a rank flows along the edges; from 0, less than 1
     * @param tolerance the ranks are good enough when their changes in an iteration add up to less
     * @param mostIterations when to stop at the latest
     */
    public record Settings(double damping, double tolerance, int mostIterations) {}

    /**
     * The ranks.
     *
     * @param ranks of the vertices that this task owns; those of all add up to 1
     * @param iterations how many there were
     * @param change the last one's, added up over all vertices
     */
    public record Result(double[] ranks, int iterations, double change) {}

    /**
     * Collective: ranks all vertices.
     *
     * @param part this task's
     * @param settings the same on every task
     * @param tasks all tasks of the command
     * @return the ranks of this task's vertices
     */
    public static Result run(Partition part, Settings settings, Communicator tasks) {
        int n = part.vertices();
        int owned = part.owned;
        double[] ranks = new double[owned];
        Arrays.fill(ranks, 1.0 / n);
        double[] share = new double[owned + part.ghosts.length];
        Halo halo = new Halo(part, tasks);
        double dangling = give(part.out, ranks, share, tasks);
        double change = n == 0 ? 0 : Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < settings.mostIterations() && change >= settings.tolerance()) {
            halo.refresh(share);
            double base = (1 - settings.damping() + settings.damping() * dangling) / n;
            double[] sums = pull(part, ranks, share, base, settings.damping());
            sums = tasks.allReduce(SUMS, sums, PageRank::plus);
            change = sums[0];
            dangling = sums[1];
            iterations++;
        }
        return new Result(ranks, iterations, n == 0 ? 0 : change);
    }

    private static double[] plus(double[] left, double[] right) {
        return new double[] {left[0] + right[0], left[1] + right[1]};
    }

    /** Each vertex makes equal parts of its rank; returns the ranks of those that have nobody to give to. */
    private static double give(Csr out, double[] ranks, double[] share, Communicator tasks) {
        double dangling = 0;
        for (int v = 0; v < ranks.length; v++) {
            int degree = out.degree(v);
            share[v] = degree == 0 ? 0 : ranks[v] / degree;
            dangling += degree == 0 ? ranks[v] : 0;
        }
        return tasks.allReduce(SUMS, new double[] {0, dangling}, PageRank::plus)[1];
    }

    /** Replaces the ranks, and only then the shares; returns the changes, and the new ranks of those that dangle. */
    private static double[] pull(Partition part, double[] ranks, double[] share, double base, double damping) {
        int[] start = part.in.start();
        int[] sources = part.in.targets();
        double change = 0;
        for (int v = 0; v < ranks.length; v++) {
            double sum = 0;
            for (int arc = start[v]; arc < start[v + 1]; arc++) {
                sum += share[sources[arc]];
            }
            double rank = base + damping * sum;
            change += Math.abs(rank - ranks[v]);
            ranks[v] = rank;
        }
        double dangling = 0;
        for (int v = 0; v < ranks.length; v++) {
            int degree = part.out.degree(v);
            share[v] = degree == 0 ? 0 : ranks[v] / degree;
            dangling += degree == 0 ? ranks[v] : 0;
        }
        return new double[] {change, dangling};
    }
}

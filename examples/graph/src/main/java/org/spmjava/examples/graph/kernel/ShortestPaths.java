package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Distances from one vertex, by buckets of width Δ: U. Meyer, P. Sanders, <i>Δ-stepping: a parallelizable shortest path
 * algorithm</i>, J. Algorithms 49(1), 2003; with all edges relaxed at once. In a superstep each task empties the bucket
 * that all agree on, as far as its own edges lead; what it finds of a ghost goes to the owner once, the shortest.
 */
public final class ShortestPaths {

    private static final Channel<double[]> MOST = Channel.of("largest weight", Codecs.DOUBLES);
    private static final Channel<Long> BUCKET = Channel.of("next bucket", Codecs.LONG);
    private static final Channel<double[]> SUMS = Channel.of("reached", Codecs.DOUBLES);

    private static final long NONE = Long.MAX_VALUE;

    /** How many buckets the heaviest edge spans: more are emptied sooner, but with more supersteps. */
    private static final int MOST_SPAN = 1 << 10;

    private final Partition part;
    private final Communicator tasks;
    private final Halo halo;
    private final double[] distances;
    private final double[] ofGhosts;
    private final double delta;
    private final IntList[] buckets;
    private final IntList[] changed;
    private final Bits isChanged;

    /**
     * The distances.
     *
     * @param distances of the vertices that this task owns; infinite if they are not reached
     * @param reached how many vertices are reached, by all tasks
     * @param longest the largest distance of one that is
     * @param supersteps how many there were
     */
    public record Result(double[] distances, long reached, double longest, int supersteps) {}

    private ShortestPaths(Partition part, Communicator tasks) {
        this.part = part;
        this.tasks = tasks;
        this.halo = new Halo(part, tasks);
        distances = new double[part.owned];
        ofGhosts = new double[part.ghosts.length];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(ofGhosts, Double.POSITIVE_INFINITY);
        double most = part.out.weights() == null
                ? 1
                : Arrays.stream(part.out.weights()).max().orElse(0);
        double[] sums = tasks.allReduce(MOST, new double[] {most, part.out.arcs()}, (l, r) ->
                new double[] {Math.max(l[0], r[0]), l[1] + r[1]});
        double span = Math.min(MOST_SPAN, Math.max(1, sums[1] / Math.max(1, part.vertices())));
        delta = sums[0] > 0 ? Math.max(Double.MIN_NORMAL, sums[0] / span) : 1;
        buckets = IntList.lists((int) span + 3);
        changed = IntList.lists(part.size);
        isChanged = new Bits(part.ghosts.length);
    }

    /**
     * Collective: finds the distances from a vertex.
     *
     * @param part this task's; without weights, each edge has the length 1
     * @param source a vertex of the whole graph
     * @param tasks all tasks of the command
     * @return the distances of this task's vertices
     */
    public static Result run(Partition part, int source, Communicator tasks) {
        return new ShortestPaths(part, tasks).search(source);
    }

    private Result search(int source) {
        int local = part.local(source);
        if (local >= 0) {
            relax(local, 0);
        }
        int supersteps = 0;
        long bucket = 0;
        while (true) {
            bucket = tasks.allReduce(BUCKET, nextBucket(bucket), Math::min);
            if (bucket == NONE) {
                return result(supersteps);
            }
            empty(bucket);
            swap();
            supersteps++;
        }
    }

    private long bucketOf(double distance) {
        return (long) (distance / delta);
    }

    private IntList at(long bucket) {
        return buckets[(int) (bucket % buckets.length)];
    }

    /** All that is waiting lies less than one round of the buckets ahead. */
    private long nextBucket(long from) {
        for (long bucket = from; bucket < from + buckets.length; bucket++) {
            if (!at(bucket).isEmpty()) {
                return bucket;
            }
        }
        return NONE;
    }

    private void relax(int vertex, double distance) {
        if (distance < distances[vertex]) {
            distances[vertex] = distance;
            at(bucketOf(distance)).add(vertex);
        }
    }

    private void empty(long bucket) {
        int[] start = part.out.start();
        int[] targets = part.out.targets();
        double[] weights = part.out.weights();
        IntList waiting = at(bucket);
        while (!waiting.isEmpty()) {
            int vertex = waiting.removeLast();
            double distance = distances[vertex];
            if (bucketOf(distance) < bucket) {
                continue; // It was in an earlier bucket, too.
            }
            for (int arc = start[vertex]; arc < start[vertex + 1]; arc++) {
                double further = distance + (weights == null ? 1 : weights[arc]);
                int target = targets[arc];
                if (target < part.owned) {
                    relax(target, further);
                } else if (further < ofGhosts[target - part.owned]) {
                    relaxGhost(target - part.owned, further);
                }
            }
        }
    }

    private void relaxGhost(int ghost, double distance) {
        ofGhosts[ghost] = distance;
        if (!isChanged.get(ghost)) {
            isChanged.set(ghost);
            changed[part.ownerOfGhost(ghost)].add(ghost);
        }
    }

    private void swap() {
        double[][] messages = new double[part.size][];
        for (int to = 0; to < part.size; to++) {
            IntList ghosts = changed[to];
            messages[to] = new double[2 * ghosts.size()];
            for (int i = 0; i < ghosts.size(); i++) {
                messages[to][2 * i] = part.ghosts[ghosts.get(i)] - part.bounds[to];
                messages[to][2 * i + 1] = ofGhosts[ghosts.get(i)];
            }
            ghosts.clear();
        }
        isChanged.clear();
        halo.swap(messages, (from, message) -> {
            for (int i = 0; i < message.length; i += 2) {
                relax((int) message[i], message[i + 1]);
            }
        });
    }

    private Result result(int supersteps) {
        long reached = 0;
        double longest = 0;
        for (double distance : distances) {
            if (distance != Double.POSITIVE_INFINITY) {
                reached++;
                longest = Math.max(longest, distance);
            }
        }
        double[] sums = tasks.allReduce(SUMS, new double[] {reached, longest}, (l, r) ->
                new double[] {l[0] + r[0], Math.max(l[1], r[1])});
        return new Result(distances, (long) sums[0], sums[1], supersteps);
    }
}

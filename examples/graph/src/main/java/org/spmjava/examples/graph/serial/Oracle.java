package org.spmjava.examples.graph.serial;

import java.io.IOException;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.spmjava.examples.graph.input.EdgeBlocks;
import org.spmjava.examples.graph.input.EdgeBlocks.Block;
import org.spmjava.examples.graph.input.InputException;
import org.spmjava.examples.graph.input.Source;
import org.spmjava.examples.graph.input.Source.Head;
import org.spmjava.examples.graph.input.Source.Share;

/** A whole graph in one process, and textbook algorithms on it. */
public final class Oracle {

    private final int[] names;
    private final int[] start;
    private final int[] targets;
    private final double[] weights;
    private final boolean directed;

    private Oracle(int[] names, int[] start, int[] targets, double[] weights, boolean directed) {
        this.names = names;
        this.start = start;
        this.targets = targets;
        this.weights = weights;
        this.directed = directed;
    }

    /**
     * Reads a graph.
     *
     * @param source where it comes from
     * @param directed whether an edge goes one way, unless the source says that all go both ways
     * @param weighted whether weights are wanted
     * @return the graph
     * @throws InputException if something is wrong with it
     * @throws IOException if it cannot be read
     */
    public static Oracle of(Source source, boolean directed, boolean weighted) throws InputException, IOException {
        Share share = source.read(0, 1, weighted);
        Head head = share.head();
        EdgeBlocks edges = share.edges();
        boolean announced = head.announces() && edges.count() == head.edges();
        if (head.announces() && !announced) {
            edges.add((int) head.vertices(), (int) head.edges(), 1);
            edges.close();
        }
        int[] tails = new int[Math.toIntExact(edges.count())];
        int[] heads = new int[tails.length];
        double[] weights = new double[tails.length];
        Arrays.fill(weights, 1);
        int count = 0;
        for (Block block : edges.all()) {
            for (int i = 0; i < block.size(); i++, count++) {
                tails[count] = block.ends()[2 * i];
                heads[count] = block.ends()[2 * i + 1];
                weights[count] = edges.weighted() ? block.weights()[i] : 1;
            }
        }
        int[] names = announced
                ? IntStream.range(0, (int) head.vertices()).toArray()
                : IntStream.concat(Arrays.stream(tails), Arrays.stream(heads))
                        .sorted()
                        .distinct()
                        .toArray();
        return of(names, tails, heads, weights, directed && !head.symmetric());
    }

    private static Oracle of(int[] names, int[] tails, int[] heads, double[] weights, boolean directed) {
        int[] start = new int[names.length + 1];
        for (int i = 0; i < tails.length; i++) {
            tails[i] = Arrays.binarySearch(names, tails[i]);
            heads[i] = Arrays.binarySearch(names, heads[i]);
            if (tails[i] != heads[i]) {
                start[tails[i] + 1]++;
                start[heads[i] + 1] += directed ? 0 : 1;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] end = start.clone();
        int[] targets = new int[start[names.length]];
        double[] lengths = new double[targets.length];
        for (int i = 0; i < tails.length; i++) {
            if (tails[i] != heads[i]) {
                lengths[end[tails[i]]] = weights[i];
                targets[end[tails[i]]++] = heads[i];
                if (!directed) {
                    lengths[end[heads[i]]] = weights[i];
                    targets[end[heads[i]]++] = tails[i];
                }
            }
        }
        return sorted(names, start, targets, lengths, directed);
    }

    /** Each row in order, and of edges between the same two the lightest. */
    private static Oracle sorted(int[] names, int[] start, int[] targets, double[] lengths, boolean directed) {
        int to = 0;
        for (int v = 0; v < names.length; v++) {
            int from = start[v];
            int length = start[v + 1] - from;
            long[] order = new long[length];
            for (int i = 0; i < length; i++) {
                order[i] = (long) targets[from + i] << Integer.SIZE | i;
            }
            Arrays.sort(order);
            double[] before = Arrays.copyOfRange(lengths, from, from + length);
            start[v] = to;
            for (long next : order) {
                int target = (int) (next >>> Integer.SIZE);
                double weight = before[(int) next];
                if (to > start[v] && targets[to - 1] == target) {
                    lengths[to - 1] = Math.min(lengths[to - 1], weight);
                } else {
                    targets[to] = target;
                    lengths[to++] = weight;
                }
            }
        }
        start[names.length] = to;
        return new Oracle(names, start, Arrays.copyOf(targets, to), Arrays.copyOf(lengths, to), directed);
    }

    /**
     * How many vertices there are.
     *
     * @return 0 or more
     */
    public int vertices() {
        return names.length;
    }

    /**
     * How many edges there are, without loops and duplicates.
     *
     * @return one that goes both ways counts once
     */
    public long edges() {
        return directed ? targets.length : targets.length / 2;
    }

    /**
     * What a vertex is called in the input.
     *
     * @param vertex from 0
     * @return its name
     */
    public int name(int vertex) {
        return names[vertex];
    }

    /**
     * Which vertex is called so.
     *
     * @param name a number
     * @return from 0, or negative if there is none
     */
    public int named(int name) {
        return Arrays.binarySearch(names, name);
    }

    /**
     * The vertex from which most edges lead; of several, the first.
     *
     * @return -1 if there is none
     */
    public int busiest() {
        int best = -1;
        for (int v = 0; v < vertices(); v++) {
            if (best < 0 || start[v + 1] - start[v] > start[best + 1] - start[best]) {
                best = v;
            }
        }
        return best;
    }

    /**
     * Whether an edge leads from a vertex to another.
     *
     * @param tail the one
     * @param head the other
     * @return false if it leads the other way only
     */
    public boolean joined(int tail, int head) {
        return Arrays.binarySearch(targets, start[tail], start[tail + 1], head) >= 0;
    }

    /**
     * Ranks by pushing along the edges, so often.
     *
     * @param damping how much of a rank flows along the edges
     * @param iterations how often
     * @return the ranks
     */
    public double[] pageRank(double damping, int iterations) {
        int n = vertices();
        double[] ranks = new double[n];
        Arrays.fill(ranks, 1.0 / n);
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] next = new double[n];
            double dangling = 0;
            for (int v = 0; v < n; v++) {
                int degree = start[v + 1] - start[v];
                dangling += degree == 0 ? ranks[v] : 0;
                for (int arc = start[v]; arc < start[v + 1]; arc++) {
                    next[targets[arc]] += ranks[v] / degree;
                }
            }
            for (int v = 0; v < n; v++) {
                next[v] = (1 - damping) / n + damping * (next[v] + dangling / n);
            }
            ranks = next;
        }
        return ranks;
    }

    /**
     * Levels, by a queue.
     *
     * @param source where to begin
     * @return by vertex, -1 if it is not reached
     */
    public int[] levels(int source) {
        int[] levels = new int[vertices()];
        Arrays.fill(levels, -1);
        int[] queue = new int[vertices()];
        int queued = 0;
        levels[source] = 0;
        queue[queued++] = source;
        for (int i = 0; i < queued; i++) {
            int v = queue[i];
            for (int arc = start[v]; arc < start[v + 1]; arc++) {
                if (levels[targets[arc]] < 0) {
                    levels[targets[arc]] = levels[v] + 1;
                    queue[queued++] = targets[arc];
                }
            }
        }
        return levels;
    }

    /**
     * Components, by joining the ends of each edge.
     *
     * @return by vertex, the least one of its component
     */
    public int[] components() {
        int[] labels = IntStream.range(0, vertices()).toArray();
        for (int v = 0; v < vertices(); v++) {
            for (int arc = start[v]; arc < start[v + 1]; arc++) {
                int a = root(labels, v);
                int b = root(labels, targets[arc]);
                labels[Math.max(a, b)] = Math.min(a, b);
            }
        }
        for (int v = 0; v < vertices(); v++) {
            labels[v] = root(labels, v);
        }
        return labels;
    }

    private static int root(int[] labels, int vertex) {
        int v = vertex;
        while (labels[v] != v) {
            labels[v] = labels[labels[v]];
            v = labels[v];
        }
        return v;
    }

    /** What waits in Dijkstra's queue. */
    private record Found(int vertex, double distance) {}

    /**
     * Distances, after E. Dijkstra.
     *
     * @param source where to begin
     * @return by vertex, infinite if it is not reached
     */
    public double[] distances(int source) {
        double[] distances = new double[vertices()];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        PriorityQueue<Found> queue = new PriorityQueue<>((a, b) -> Double.compare(a.distance(), b.distance()));
        distances[source] = 0;
        queue.add(new Found(source, 0));
        while (!queue.isEmpty()) {
            Found next = queue.remove();
            int v = next.vertex();
            for (int arc = start[v]; next.distance() == distances[v] && arc < start[v + 1]; arc++) {
                double further = next.distance() + weights[arc];
                if (further < distances[targets[arc]]) {
                    distances[targets[arc]] = further;
                    queue.add(new Found(targets[arc], further));
                }
            }
        }
        return distances;
    }

    /**
     * Counts triangles: each edge's ends' common neighbours that are larger than both, by merging two rows.
     *
     * @return how many there are, as if every edge went both ways
     */
    public long triangles() {
        Oracle both = directed ? undirected() : this;
        int[] rank = both.byDegree();
        int[][] larger = new int[vertices()][];
        for (int v = 0; v < vertices(); v++) {
            int own = rank[v];
            larger[own] = Arrays.stream(both.targets, both.start[v], both.start[v + 1])
                    .map(target -> rank[target])
                    .filter(target -> target > own)
                    .sorted()
                    .toArray();
        }
        long count = 0;
        for (int[] row : larger) {
            for (int target : row) {
                count += common(row, larger[target]);
            }
        }
        return count;
    }

    private static long common(int[] left, int[] right) {
        long count = 0;
        int r = 0;
        for (int l = 0; l < left.length && r < right.length; ) {
            if (left[l] == right[r]) {
                count++;
                l++;
                r++;
            } else if (left[l] < right[r]) {
                l++;
            } else {
                r++;
            }
        }
        return count;
    }

    private int[] byDegree() {
        long[] order = new long[vertices()];
        Arrays.setAll(order, v -> (long) (start[v + 1] - start[v]) << Integer.SIZE | v);
        Arrays.sort(order);
        int[] rank = new int[vertices()];
        for (int i = 0; i < order.length; i++) {
            rank[(int) order[i]] = i;
        }
        return rank;
    }

    private Oracle undirected() {
        int[] tails = new int[targets.length];
        for (int v = 0; v < vertices(); v++) {
            Arrays.fill(tails, start[v], start[v + 1], v);
        }
        int[] same = IntStream.range(0, vertices()).toArray();
        return of(same, tails, targets.clone(), weights, false);
    }
}

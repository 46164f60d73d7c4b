package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Connected components, of a directed graph the weakly connected ones. Each task joins what hangs together by its own
 * edges; then each learns the components of its ghosts, and one task joins those of different tasks that share an edge.
 * So there are four supersteps, however long the graph's paths are.
 */
public final class Components {

    private static final Channel<int[]> PAIRS = Channel.of("pairs of components", Codecs.INTS);
    private static final Channel<int[]> JOINED = Channel.of("joined components", Codecs.INTS);
    private static final Channel<long[]> COUNTS = Channel.of("sizes of components", Codecs.LONGS);
    private static final Channel<Integer> GIANT = Channel.of("largest component of a task", Codecs.INT);
    private static final Channel<Long> SUM = Channel.of("components", Codecs.LONG);
    private static final Channel<Long> MOST = Channel.of("largest component", Codecs.LONG);

    /** How many supersteps there are. */
    public static final int SUPERSTEPS = 4;

    private Components() {}

    /**
     * The components.
     *
     * @param labels of the vertices that this task owns: the least vertex of the component, of the whole graph
     * @param count how many components the whole graph has
     * @param largest how many vertices the largest has; 0 if there is none
     */
    public record Result(int[] labels, long count, long largest) {}

    /**
     * Collective: finds the components.
     *
     * @param part this task's
     * @param tasks all tasks of the command
     * @return the components of this task's vertices
     */
    public static Result run(Partition part, Communicator tasks) {
        int first = part.bounds[part.rank];
        int[] labels = local(part);
        int[] known = Arrays.copyOf(labels, part.owned + part.ghosts.length);
        for (int v = 0; v < part.owned; v++) {
            known[v] += first;
        }
        new Halo(part, tasks).refresh(known);
        int[] joined = join(tasks, across(part, known, tasks));
        int last = -1;
        for (int v = 0; v < part.owned; v++) {
            boolean asBefore = v > 0 && known[v] == known[v - 1];
            last = asBefore ? last : joined(joined, known[v]);
            labels[v] = last;
        }
        return new Result(labels, count(part, labels, tasks), largest(part, labels, joined, tasks));
    }

    /** By the edges between owned vertices: of each the least one that it hangs together with, as a local number. */
    private static int[] local(Partition part) {
        int[] labels = new int[part.owned];
        Arrays.setAll(labels, v -> v);
        int[] start = part.out.start();
        int[] targets = part.out.targets();
        boolean undirected = part.undirected();
        for (int v = 0; v < part.owned; v++) {
            for (int arc = start[v]; arc < start[v + 1]; arc++) {
                // Owned neighbours come first, in order; between two of them an undirected edge stands twice.
                int target = targets[arc];
                if (target >= part.owned || undirected && target > v) {
                    break;
                }
                join(labels, v, target);
            }
        }
        for (int v = 0; v < part.owned; v++) {
            labels[v] = labels[labels[v]];
        }
        return labels;
    }

    /** The larger root is put below the smaller one, so that no label is ever larger than its vertex. */
    private static void join(int[] labels, int left, int right) {
        int a = root(labels, left);
        int b = root(labels, right);
        if (a != b) {
            labels[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private static int root(int[] labels, int vertex) {
        int v = vertex;
        while (labels[v] != v) {
            labels[v] = labels[labels[v]];
            v = labels[v];
        }
        return v;
    }

    /**
     * Pairs of components that edges between tasks join. Most edges lie within one component of almost all vertices, so
     * it is enough to look at all edges of the other vertices, which both ends' tasks do, and for one edge to each task
     * from the largest component here to the largest there.
     */
    private static int[] across(Partition part, int[] known, Communicator tasks) {
        int giant = mostFrequent(part, known);
        List<Integer> giants = tasks.exchange(GIANT, Collections.nCopies(part.size, giant));
        PairSet pairs = new PairSet();
        for (int v = 0; v < part.owned; v++) {
            if (known[v] != giant) {
                addGhosts(part.out, part.owned, v, known, pairs);
                if (!part.undirected()) {
                    addGhosts(part.in, part.owned, v, known, pairs);
                }
            }
        }
        boolean[] done = new boolean[part.size];
        int left = part.size;
        for (int task = 0; task < part.size; task++) {
            done[task] = part.ghostStart[task] == part.ghostStart[task + 1];
            left -= done[task] ? 1 : 0;
        }
        int[] start = part.out.start();
        int[] targets = part.out.targets();
        for (int v = 0; v < part.owned && left > 0; v++) {
            for (int arc = start[v + 1] - 1;
                    known[v] == giant && arc >= start[v] && targets[arc] >= part.owned;
                    arc--) {
                int owner = part.ownerOfGhost(targets[arc] - part.owned);
                if (!done[owner] && known[targets[arc]] == giants.get(owner)) {
                    pairs.add(giant, giants.get(owner));
                    done[owner] = true;
                    left--;
                }
            }
        }
        return pairs.toArray();
    }

    /** Ghosts stand last in a row. */
    private static void addGhosts(Csr rows, int owned, int vertex, int[] known, PairSet pairs) {
        int[] start = rows.start();
        int[] targets = rows.targets();
        for (int arc = start[vertex + 1] - 1; arc >= start[vertex] && targets[arc] >= owned; arc--) {
            pairs.add(known[vertex], known[targets[arc]]);
        }
    }

    /** The label that most of the owned vertices have; -1 if there is none. */
    private static int mostFrequent(Partition part, int[] known) {
        int first = part.bounds[part.rank];
        int[] counts = new int[part.owned];
        int most = -1;
        for (int v = 0; v < part.owned; v++) {
            int label = known[v] - first;
            if (++counts[label] > (most < 0 ? 0 : counts[most])) {
                most = label;
            }
        }
        return most < 0 ? -1 : first + most;
    }

    /** All pairs to one task; back come those labels that are not the least ones, in order, and the least. */
    private static int[] join(Communicator tasks, int[] pairs) {
        Optional<List<int[]>> all = tasks.aggregateRank(0, PAIRS, pairs);
        return tasks.broadcast(0, JOINED, all.map(Components::join).orElse(null));
    }

    private static int[] join(List<int[]> pairs) {
        int[] labels =
                pairs.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        int[] places = new int[labels.length];
        Arrays.setAll(places, i -> i);
        for (int[] some : pairs) {
            for (int i = 0; i < some.length; i += 2) {
                join(places, Arrays.binarySearch(labels, some[i]), Arrays.binarySearch(labels, some[i + 1]));
            }
        }
        IntList old = new IntList();
        IntList least = new IntList();
        for (int i = 0; i < labels.length; i++) {
            int root = root(places, i);
            if (root != i) {
                old.add(labels[i]);
                least.add(labels[root]);
            }
        }
        int[] joined = Arrays.copyOf(old.toArray(), 2 * old.size());
        System.arraycopy(least.toArray(), 0, joined, old.size(), old.size());
        return joined;
    }

    private static int joined(int[] joined, int label) {
        int place = Arrays.binarySearch(joined, 0, joined.length / 2, label);
        return place < 0 ? label : joined[joined.length / 2 + place];
    }

    private static long count(Partition part, int[] labels, Communicator tasks) {
        int first = part.bounds[part.rank];
        long count = 0;
        for (int v = 0; v < labels.length; v++) {
            count += labels[v] == first + v ? 1 : 0;
        }
        return tasks.allReduce(SUM, count, Long::sum);
    }

    /** What lies in one task is counted there; what lies in several is added up. */
    private static long largest(Partition part, int[] labels, int[] joined, Communicator tasks) {
        int first = part.bounds[part.rank];
        int[] shared = Arrays.stream(joined, joined.length / 2, joined.length)
                .sorted()
                .distinct()
                .toArray();
        int[] own = new int[part.owned];
        long[] counts = new long[shared.length];
        for (int label : labels) {
            if (label >= first) {
                own[label - first]++;
            } else {
                counts[Arrays.binarySearch(shared, label)]++;
            }
        }
        for (int i = 0; i < shared.length; i++) {
            int local = part.local(shared[i]);
            if (local >= 0) {
                counts[i] += own[local];
                own[local] = 0;
            }
        }
        long ofOne = Arrays.stream(own).max().orElse(0);
        long ofSeveral = Arrays.stream(tasks.allReduce(COUNTS, counts, Components::plus))
                .max()
                .orElse(0);
        return tasks.allReduce(MOST, Math.max(ofOne, ofSeveral), Math::max);
    }

    private static long[] plus(long[] left, long[] right) {
        long[] both = new long[left.length];
        Arrays.setAll(both, i -> left[i] + right[i]);
        return both;
    }
}

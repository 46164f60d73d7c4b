package org.spmjava.examples.graph.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.graph.input.EdgeBlocks;
import org.spmjava.examples.graph.input.EdgeBlocks.Block;
import org.spmjava.examples.graph.input.GraphFile;
import org.spmjava.examples.graph.input.InputException;
import org.spmjava.examples.graph.input.Source;
import org.spmjava.examples.graph.input.Source.Head;
import org.spmjava.examples.graph.input.Source.Share;

/**
 * Reads a graph with all tasks together: each reads a share of the edges, and sends them to the owners of their ends.
 * No task, and not the Hub either, ever has the whole graph.
 */
public final class Loader {

    private static final Channel<String> MISTAKE = Channel.of("mistake", Codecs.STRING);
    private static final Channel<Long> SUM = Channel.of("sum", Codecs.LONG);
    private static final Channel<Long> MOST = Channel.of("most", Codecs.LONG);
    private static final Channel<long[]> PRESENT = Channel.of("present", Codecs.LONGS);
    private static final Channel<long[]> DEGREES = Channel.of("degrees", Codecs.LONGS);
    private static final Channel<int[]> ARCS = Channel.of("arcs", Codecs.INTS);
    private static final Channel<double[]> WEIGHTS = Channel.of("weights", Codecs.DOUBLES);
    private static final Channel<int[]> GHOSTS = Channel.of("ghosts", Codecs.INTS);

    /** Vertices are shared out by the bucket, so that what is known of all of them stays small. */
    private static final int BUCKET_BITS = 16;

    private final Source source;
    private final boolean directed;
    private final boolean weighted;
    private final Communicator tasks;

    private Loader(Source source, boolean directed, boolean weighted, Communicator tasks) {
        this.source = source;
        this.directed = directed;
        this.weighted = weighted;
        this.tasks = tasks;
    }

    /**
     * Collective: reads a graph.
     *
     * @param source where it comes from; the same on every task
     * @param directed whether an edge goes one way, unless the source says that all go both ways
     * @param weighted whether weights are wanted
     * @param tasks all tasks of the command
     * @return this task's part
     * @throws InputException on every task the same, if something is wrong with the source
     */
    public static Partition load(Source source, boolean directed, boolean weighted, Communicator tasks)
            throws InputException {
        return new Loader(source, directed, weighted, tasks).load();
    }

    private Partition load() throws InputException {
        Share share = agreed(() -> source.read(tasks.rank(), tasks.size(), weighted));
        EdgeBlocks edges = share.edges();
        long announced = announced(share);
        long lines = tasks.allReduce(SUM, edges.count(), Long::sum);
        long largest = tasks.allReduce(MOST, largest(share, announced), Math::max);
        VertexSet names = announced >= 0 ? null : present(edges, largest);
        int vertices = Math.toIntExact(names == null ? Math.max(announced, 0) : names.size());
        if (names != null && names.size() == largest + 1) {
            names = null;
        }
        int[] bounds = bounds(edges, names, vertices);
        boolean oneWay = directed && !share.head().symmetric();
        boolean carriesWeights = edges.weighted();

        Arcs out = new Arcs();
        Arcs in = oneWay ? new Arcs() : null;
        long loops = send(edges, names, bounds, out, in == null ? out : in);
        long allLoops = tasks.allReduce(SUM, loops, Long::sum);
        return build(bounds, names, out, in, carriesWeights, lines, allLoops);
    }

    /** What may go wrong on one task, and must then go wrong on all. */
    private interface Reading<T> {
        T read() throws InputException, IOException;
    }

    private <T> T agreed(Reading<T> reading) throws InputException {
        T result = null;
        String mistake = "";
        try {
            result = reading.read();
        } catch (InputException wrong) {
            mistake = sortable(wrong.offset()) + wrong.getMessage();
        } catch (IOException unreadable) {
            mistake = sortable(InputException.NOWHERE) + "cannot read "
                    + (source instanceof GraphFile file ? file.path() : source) + ": " + unreadable.getMessage();
        }
        String first = tasks.allReduce(MISTAKE, mistake, Loader::first);
        if (!first.isEmpty()) {
            throw new InputException(
                    InputException.NOWHERE, first.substring(sortable(0).length()));
        }
        return result;
    }

    private static String sortable(long offset) {
        return String.format("%019d", offset);
    }

    private static String first(String left, String right) {
        return left.isEmpty() || !right.isEmpty() && right.compareTo(left) < 0 ? right : left;
    }

    /** How many vertices there are if the source says so, else -1; what is no announcement becomes an edge. */
    private long announced(Share share) throws InputException {
        Head head = share.head();
        if (!head.announces() || !(source instanceof GraphFile file)) {
            return head.vertices();
        }
        long lines = tasks.allReduce(SUM, share.edges().count(), Long::sum);
        boolean agrees = lines == head.edges();
        if (!agrees && head.certain()) {
            throw disagrees(file, head, head.edges() + " edges are announced, and there are " + lines);
        }
        if (!agrees && head.weighted()) {
            throw disagrees(file, head, "the weight is missing, though the next edge has one");
        }
        if (head.vertices() > GraphFile.LARGEST || head.edges() > GraphFile.LARGEST && !agrees) {
            throw disagrees(file, head, "a number is too large: the most is " + GraphFile.LARGEST);
        }
        if (!agrees) {
            if (tasks.rank() == 0) {
                share.edges().add((int) head.vertices(), (int) head.edges(), 1);
                share.edges().close();
            }
            return -1;
        }
        if (tasks.allReduce(MOST, share.largest(), Math::max) >= head.vertices()) {
            agreed(() -> {
                file.locate(head.vertices(), tasks.rank(), tasks.size());
                return null;
            });
        }
        return head.vertices();
    }

    private InputException disagrees(GraphFile file, Head head, String what) {
        try {
            return file.mistake(head, what);
        } catch (IOException unreadable) {
            return new InputException(InputException.NOWHERE, file.path() + ": " + what);
        }
    }

    private static long largest(Share share, long announced) {
        Head head = share.head();
        return announced < 0 && head.announces()
                ? Math.max(share.largest(), Math.max(head.vertices(), head.edges()))
                : share.largest();
    }

    /** The vertices that there are if nobody says how many: those that an edge names. */
    private VertexSet present(EdgeBlocks edges, long largest) {
        long[] words = VertexSet.words(largest + 1);
        for (Block block : edges.all()) {
            for (int end : block.ends()) {
                words[end >>> 6] |= 1L << end;
            }
        }
        return new VertexSet(tasks.allReduce(PRESENT, words, Loader::or));
    }

    private static long[] or(long[] left, long[] right) {
        long[] both = new long[left.length];
        Arrays.setAll(both, i -> left[i] | right[i]);
        return both;
    }

    private static long[] plus(long[] left, long[] right) {
        long[] both = new long[left.length];
        Arrays.setAll(both, i -> left[i] + right[i]);
        return both;
    }

    /** Ranges of vertices in order, with about as many ends of edges each. */
    private int[] bounds(EdgeBlocks edges, VertexSet names, int vertices) {
        int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, vertices - 1)) - BUCKET_BITS);
        long[] ends = new long[(int) (((long) vertices + (1L << shift) - 1) >>> shift)];
        for (Block block : edges.all()) {
            for (int end : block.ends()) {
                ends[(names == null ? end : names.rank(end)) >>> shift]++;
            }
        }
        return split(tasks.allReduce(DEGREES, ends, Loader::plus), shift, vertices, tasks.size());
    }

    /** A vertex without edges is worth one end, so that they too are shared out. */
    static int[] split(long[] ends, int shift, int vertices, int parts) {
        long all = Arrays.stream(ends).sum() + ((long) ends.length << shift);
        int[] bounds = new int[parts + 1];
        int bucket = 0;
        long before = 0;
        for (int part = 1; part < parts; part++) {
            long wanted = (long) ((double) all * part / parts);
            while (bucket < ends.length && before + (ends[bucket] + (1L << shift)) / 2 < wanted) {
                before += ends[bucket] + (1L << shift);
                bucket++;
            }
            bounds[part] = (int) Math.min(vertices, (long) bucket << shift);
        }
        bounds[parts] = vertices;
        return bounds;
    }

    /** Arcs that have arrived. */
    private static final class Arcs {
        private final List<Block> blocks = new ArrayList<>();

        void add(int[] ends, double[] weights) {
            if (ends.length > 0) {
                blocks.add(new Block(ends, weights));
            }
        }
    }

    /** In rounds of a block: returns how many edges of this task's share were loops. */
    private long send(EdgeBlocks edges, VertexSet names, int[] bounds, Arcs out, Arcs in) {
        long rounds = tasks.allReduce(MOST, (long) edges.blocks(), Math::max);
        long loops = 0;
        for (long round = 0; round < rounds; round++) {
            Block block = edges.poll();
            Sorter outward = new Sorter(bounds, edges.weighted());
            Sorter inward = in == out ? outward : new Sorter(bounds, edges.weighted());
            for (int i = 0; block != null && i < block.size(); i++) {
                int tail = block.ends()[2 * i];
                int head = block.ends()[2 * i + 1];
                double weight = edges.weighted() ? block.weights()[i] : 1;
                if (tail == head) {
                    loops++;
                    continue;
                }
                if (names != null) {
                    tail = names.rank(tail);
                    head = names.rank(head);
                }
                outward.add(tail, head, weight);
                inward.add(head, tail, weight);
            }
            exchange(outward, out);
            if (in != out) {
                exchange(inward, in);
            }
        }
        return loops;
    }

    private void exchange(Sorter sorter, Arcs arrived) {
        int rank = tasks.rank();
        List<int[]> ends = sorter.ends();
        List<double[]> weights = sorter.weights();
        arrived.add(ends.set(rank, new int[0]), weights == null ? null : weights.set(rank, new double[0]));
        List<int[]> otherEnds = tasks.exchange(ARCS, ends);
        List<double[]> otherWeights = weights == null ? null : tasks.exchange(WEIGHTS, weights);
        for (int from = 0; from < tasks.size(); from++) {
            arrived.add(otherEnds.get(from), weights == null ? null : otherWeights.get(from));
        }
    }

    private Partition build(
            int[] bounds, VertexSet names, Arcs out, Arcs in, boolean carriesWeights, long lines, long loops) {
        int rank = tasks.rank();
        int first = bounds[rank];
        int owned = bounds[rank + 1] - first;
        VertexSet ghostSet = ghosts(out, in, first, owned, bounds[tasks.size()]);
        int[] ghosts = ghostSet.toArray();
        int[] ghostStart = new int[bounds.length];
        for (int task = 0; task < bounds.length; task++) {
            int place = Arrays.binarySearch(ghosts, bounds[task]);
            ghostStart[task] = place < 0 ? -place - 1 : place;
        }
        Csr outward = rows(out, first, owned, ghostSet, carriesWeights);
        Csr inward = in == null ? outward : rows(in, first, owned, ghostSet, carriesWeights);
        long arcs = tasks.allReduce(SUM, (long) outward.arcs(), Long::sum);
        return new Partition(
                new Partition.Shape(rank, bounds, names, ghosts, ghostStart),
                mirrors(ghosts, ghostStart, first),
                outward,
                inward,
                new Partition.Counts(lines, loops, in == null ? arcs / 2 : arcs));
    }

    private static VertexSet ghosts(Arcs out, Arcs in, int first, int owned, int vertices) {
        long[] words = VertexSet.words(vertices);
        for (Arcs arcs : in == null ? List.of(out) : List.of(out, in)) {
            for (Block block : arcs.blocks) {
                for (int i = 1; i < block.ends().length; i += 2) {
                    int head = block.ends()[i];
                    if (head < first || head >= first + owned) {
                        words[head >>> 6] |= 1L << head;
                    }
                }
            }
        }
        return new VertexSet(words);
    }

    private static Csr rows(Arcs arcs, int first, int owned, VertexSet ghosts, boolean carriesWeights) {
        for (Block block : arcs.blocks) {
            int[] ends = block.ends();
            for (int i = 0; i < ends.length; i += 2) {
                int head = ends[i + 1] - first;
                ends[i] -= first;
                ends[i + 1] = head >= 0 && head < owned ? head : owned + ghosts.rank(ends[i + 1]);
            }
        }
        return Csr.of(arcs.blocks, owned, owned + ghosts.size(), carriesWeights);
    }

    /** Each task tells each which of its vertices are ghosts there. */
    private int[][] mirrors(int[] ghosts, int[] ghostStart, int first) {
        List<int[]> wanted = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            wanted.add(Arrays.copyOfRange(ghosts, ghostStart[task], ghostStart[task + 1]));
        }
        List<int[]> mirrors = tasks.exchange(GHOSTS, wanted);
        for (int[] here : mirrors) {
            for (int i = 0; i < here.length; i++) {
                here[i] -= first;
            }
        }
        return mirrors.toArray(int[][]::new);
    }
}

package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Counts triangles, as if every edge went both ways. Vertices are numbered anew by falling degree, and each keeps its
 * neighbours of smaller numbers, so that even hubs keep few: T. Schank, D. Wagner, <i>Finding, counting and listing all
 * triangles in large graphs</i>, WEA 2005. A triangle is counted by its largest vertex. Vertices are dealt out anew,
 * one to each task in turn; the lists travel to all tasks by the slab, so that a task has its own lists and one slab.
 */
public final class Triangles {

    private static final Channel<int[]> DEGREES = Channel.of("degrees", Codecs.INTS);
    private static final Channel<int[]> LISTS = Channel.of("lists of neighbours", Codecs.INTS);
    private static final Channel<int[]> SLABS = Channel.of("slabs of lists", Codecs.INTS);
    private static final Channel<Long> SUM = Channel.of("triangles", Codecs.LONG);
    private static final Channel<long[]> SIZES = Channel.of("sizes of slabs", Codecs.LONGS);

    /** How many neighbours a slab holds, all tasks together, as a rule: 16 MiB. */
    private static final int SLAB = 1 << 22;

    /** Vertices of a slab are found by buckets of this many numbers. */
    private static final int BUCKET = 64;

    private final Partition part;
    private final Communicator tasks;

    private final int slabSize;

    private Triangles(Partition part, int slabSize, Communicator tasks) {
        this.part = part;
        this.slabSize = slabSize;
        this.tasks = tasks;
    }

    /**
     * Collective: counts the triangles.
     *
     * @param part this task's
     * @param tasks all tasks of the command
     * @return how many there are in the whole graph
     */
    public static Result run(Partition part, Communicator tasks) {
        return run(part, SLAB, tasks);
    }

    static Result run(Partition part, int slabSize, Communicator tasks) {
        return new Triangles(part, slabSize, tasks).count();
    }

    /**
     * The triangles.
     *
     * @param triangles how many there are
     * @param supersteps how many there were
     */
    public record Result(long triangles, int supersteps) {}

    private Result count() {
        Csr rows = part.undirected() ? part.out : bothWays();
        int[] numbers = numbers(rows);
        Csr mine = deal(rows, numbers);
        long found = 0;
        int[] slabs = slabs(mine);
        for (int i = 0; i + 1 < slabs.length; i++) {
            Slab slab = slab(mine, slabs[i], slabs[i + 1]);
            found += count(mine, slab);
        }
        return new Result(tasks.allReduce(SUM, found, Long::sum), slabs.length + 1);
    }

    /** The rows of the graph that has each edge in both directions. */
    private Csr bothWays() {
        int[] start = new int[part.owned + 1];
        int[] targets = new int[Math.addExact(part.out.arcs(), part.in.arcs())];
        int count = 0;
        for (int v = 0; v < part.owned; v++) {
            int o = part.out.start()[v];
            int i = part.in.start()[v];
            while (o < part.out.start()[v + 1] || i < part.in.start()[v + 1]) {
                int left = o < part.out.start()[v + 1] ? part.out.targets()[o] : Integer.MAX_VALUE;
                int right = i < part.in.start()[v + 1] ? part.in.targets()[i] : Integer.MAX_VALUE;
                targets[count++] = Math.min(left, right);
                o += left <= right ? 1 : 0;
                i += right <= left ? 1 : 0;
            }
            start[v + 1] = count;
        }
        return new Csr(start, targets, null);
    }

    /** New numbers of all vertices of the whole graph: by falling degree, of the same degree in order. */
    private int[] numbers(Csr rows) {
        int[] ownDegrees = new int[part.owned];
        Arrays.setAll(ownDegrees, rows::degree);
        int[] degrees = new int[part.vertices()];
        List<int[]> all = tasks.exchange(
                DEGREES,
                IntStream.range(0, part.size)
                        .mapToObj(to -> to == part.rank ? new int[0] : ownDegrees)
                        .toList());
        for (int from = 0; from < part.size; from++) {
            int[] some = from == part.rank ? ownDegrees : all.get(from);
            System.arraycopy(some, 0, degrees, part.bounds[from], some.length);
        }
        int most = Arrays.stream(degrees).max().orElse(0);
        int[] place = new int[most + 2];
        for (int degree : degrees) {
            place[most - degree + 1]++;
        }
        for (int i = 1; i < place.length; i++) {
            place[i] += place[i - 1];
        }
        int[] numbers = degrees;
        for (int v = 0; v < numbers.length; v++) {
            numbers[v] = place[most - degrees[v]]++;
        }
        return numbers;
    }

    /** Sends the list of each vertex to the task that has its turn; returns the lists of those that come here. */
    private Csr deal(Csr rows, int[] numbers) {
        IntList[] dealt = IntList.lists(part.size);
        int[] list = new int[16];
        for (int v = 0; v < part.owned; v++) {
            int number = numbers[part.bounds[part.rank] + v];
            list = list.length < rows.degree(v) ? new int[2 * rows.degree(v)] : list;
            int length = 0;
            for (int arc = rows.start()[v]; arc < rows.start()[v + 1]; arc++) {
                int other = numbers[part.global(rows.targets()[arc])];
                list[length] = other;
                length += other < number ? 1 : 0;
            }
            if (length > 0) {
                IntList to = dealt[number % part.size];
                to.add(number / part.size);
                to.add(length);
                to.add(list, length);
            }
        }
        int[] own = dealt[part.rank].toArray();
        dealt[part.rank].clear();
        List<int[]> arrived =
                tasks.exchange(LISTS, Arrays.stream(dealt).map(IntList::toArray).toList());
        return lists(IntStream.range(0, part.size)
                .mapToObj(from -> from == part.rank ? own : arrived.get(from))
                .toList());
    }

    /** Of the vertices that have their turn here, the vertex {@code i * size + rank} is the one of row {@code i}. */
    private Csr lists(List<int[]> arrived) {
        int rows = (part.vertices() - part.rank + part.size - 1) / part.size;
        int[] start = new int[rows + 1];
        for (int[] some : arrived) {
            for (int i = 0; i < some.length; i += 2 + some[i + 1]) {
                start[some[i] + 1] = some[i + 1];
            }
        }
        for (int i = 1; i < start.length; i++) {
            start[i] = Math.addExact(start[i], start[i - 1]);
        }
        int[] targets = new int[start[rows]];
        for (int[] some : arrived) {
            for (int i = 0; i < some.length; i += 2 + some[i + 1]) {
                System.arraycopy(some, i + 2, targets, start[some[i]], some[i + 1]);
            }
        }
        return new Csr(start, targets, null);
    }

    /** Where slabs begin and end: rows, the same on every task. */
    private int[] slabs(Csr mine) {
        int all = (part.vertices() + part.size - 1) / part.size;
        long[] sizes = new long[(all + BUCKET - 1) / BUCKET];
        for (int row = 0; row < mine.vertices(); row++) {
            sizes[row / BUCKET] += mine.degree(row);
        }
        long[] sums = tasks.allReduce(SIZES, sizes, (left, right) -> {
            long[] both = new long[left.length];
            Arrays.setAll(both, i -> left[i] + right[i]);
            return both;
        });
        IntList slabs = new IntList();
        slabs.add(0);
        long size = 0;
        for (int i = 0; i < sums.length; i++) {
            if (size > 0 && size + sums[i] > slabSize) {
                slabs.add(i * BUCKET);
                size = 0;
            }
            size += sums[i];
        }
        slabs.add(all);
        return slabs.toArray();
    }

    /** Lists of vertices of successive numbers, of all tasks. */
    private record Slab(int from, int to, int[] start, int[] targets) {}

    private Slab slab(Csr mine, int fromRow, int toRow) {
        int to = Math.min(toRow, mine.vertices());
        int from = Math.min(fromRow, to);
        int[] lengths = new int[to - from];
        Arrays.setAll(lengths, i -> mine.degree(from + i));
        int[] message = Arrays.copyOf(lengths, lengths.length + mine.start()[to] - mine.start()[from]);
        System.arraycopy(mine.targets(), mine.start()[from], message, lengths.length, message.length - lengths.length);
        List<int[]> all = tasks.exchange(
                SLABS,
                IntStream.range(0, part.size)
                        .mapToObj(task -> task == part.rank ? new int[0] : message)
                        .toList());
        int first = fromRow * part.size;
        int[] start = new int[(toRow - fromRow) * part.size + 1];
        int[][] messages = IntStream.range(0, part.size)
                .mapToObj(task -> task == part.rank ? message : all.get(task))
                .toArray(int[][]::new);
        int[] place = new int[part.size];
        for (int task = 0; task < part.size; task++) {
            place[task] = rowsOf(task, fromRow, toRow);
            for (int i = 0; i < place[task]; i++) {
                start[i * part.size + task + 1] = messages[task][i];
            }
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] targets = new int[start[start.length - 1]];
        for (int i = 0; i + 1 < start.length; i++) {
            int task = i % part.size;
            int length = start[i + 1] - start[i];
            System.arraycopy(messages[task], place[task], targets, start[i], length);
            place[task] += length;
        }
        return new Slab(first, first + start.length - 1, start, targets);
    }

    private int rowsOf(int task, int fromRow, int toRow) {
        int rows = (part.vertices() - task + part.size - 1) / part.size;
        return Math.min(toRow, rows) - Math.min(fromRow, rows);
    }

    /** Marks the neighbours of each vertex here, and looks the neighbours of its neighbours up. */
    private long count(Csr mine, Slab slab) {
        Marks marks = new Marks(slab, part.vertices());
        long found = 0;
        for (int row = Math.max(0, slab.from() / part.size); row < mine.vertices(); row++) {
            found += marks.count(mine.targets(), mine.start()[row], mine.start()[row + 1]);
        }
        return found;
    }

    /** Intersects lists with the lists of a slab. */
    private static final class Marks {

        private final Slab slab;
        private final long[] marked;
        /** Lists as bits, where that takes no more words than there are numbers in the list. */
        private final long[][] dense;

        Marks(Slab slab, int vertices) {
            this.slab = slab;
            marked = VertexSet.words(vertices + 1L);
            dense = new long[slab.to() - slab.from()][];
            for (int i = 0; i < dense.length; i++) {
                int words = (slab.from() + i + 63) >>> 6;
                if (slab.start()[i + 1] - slab.start()[i] >= words && words > 0) {
                    dense[i] = new long[words];
                    for (int at = slab.start()[i]; at < slab.start()[i + 1]; at++) {
                        dense[i][slab.targets()[at] >>> 6] |= 1L << slab.targets()[at];
                    }
                }
            }
        }

        long count(int[] list, int from, int to) {
            if (to - from < 2) {
                return 0;
            }
            for (int i = from; i < to; i++) {
                marked[list[i] >>> 6] |= 1L << list[i];
            }
            long found = 0;
            for (int i = from; i < to; i++) {
                int neighbour = list[i] - slab.from();
                if (neighbour >= 0 && neighbour < dense.length) {
                    found += dense[neighbour] == null ? sparse(neighbour) : dense(dense[neighbour]);
                }
            }
            for (int i = from; i < to; i++) {
                marked[list[i] >>> 6] = 0;
            }
            return found;
        }

        private int sparse(int neighbour) {
            int[] targets = slab.targets();
            int count = 0;
            for (int at = slab.start()[neighbour]; at < slab.start()[neighbour + 1]; at++) {
                count += (int) (marked[targets[at] >>> 6] >>> targets[at]) & 1;
            }
            return count;
        }

        private int dense(long[] bits) {
            int count = 0;
            for (int word = 0; word < bits.length; word++) {
                count += Long.bitCount(bits[word] & marked[word]);
            }
            return count;
        }
    }
}

package org.spmjava.examples.graph.kernel;

import java.util.Arrays;

/**
 * The part of a graph that one task owns: a range of its vertices, with all their edges. Within the part, vertices have
 * numbers of their own: those that it owns from 0, behind them its <i>ghosts</i>, the vertices of others that are
 * adjacent to them, in the order of their owners. Where a ghost is owned, it has a <i>mirror</i>.
 */
public final class Partition {

    final int rank;
    final int size;
    /** By task, the first vertex that it owns; then how many vertices there are. */
    final int[] bounds;
    /** How many vertices this task owns. */
    final int owned;
    /** The numbers of the ghosts in the whole graph, ascending. */
    final int[] ghosts;
    /** By task, the first ghost that it owns; then how many there are. */
    final int[] ghostStart;
    /** By task, the vertices owned here that are ghosts there. */
    final int[][] mirrors;
    /** The edges from owned vertices. */
    final Csr out;
    /** The edges to owned vertices, from where they come; the same object if all edges go both ways. */
    final Csr in;
    /** What the vertices are called in the input; null if they are numbered as there. */
    private final VertexSet names;

    private final long edges;
    private final long loops;
    private final long lines;

    Partition(Shape shape, int[][] mirrors, Csr out, Csr in, Counts counts) {
        this.rank = shape.rank();
        this.bounds = shape.bounds();
        this.size = bounds.length - 1;
        this.owned = bounds[rank + 1] - bounds[rank];
        this.ghosts = shape.ghosts();
        this.ghostStart = shape.ghostStart();
        this.names = shape.names();
        this.mirrors = mirrors;
        this.out = out;
        this.in = in;
        this.edges = counts.edges();
        this.loops = counts.loops();
        this.lines = counts.lines();
    }

    /** Which vertices there are, and whose. */
    record Shape(int rank, int[] bounds, VertexSet names, int[] ghosts, int[] ghostStart) {}

    /** What was read, and what is left of it. */
    record Counts(long lines, long loops, long edges) {}

    /**
     * How many vertices the whole graph has.
     *
     * @return 0 or more
     */
    public int vertices() {
        return bounds[size];
    }

    /**
     * How many edges the whole graph has, without loops, and with one between any two vertices.
     *
     * @return 0 or more; an edge that goes both ways counts once
     */
    public long edges() {
        return edges;
    }

    /**
     * How many edges from a vertex to itself were left out.
     *
     * @return 0 or more
     */
    public long loops() {
        return loops;
    }

    /**
     * How many edges were left out that had been named before.
     *
     * @return 0 or more
     */
    public long duplicates() {
        return lines - loops - edges;
    }

    /**
     * How many vertices this task owns.
     *
     * @return 0 or more
     */
    public int owned() {
        return owned;
    }

    /** Whether every edge goes both ways. */
    boolean undirected() {
        return in == out;
    }

    /** The number in the whole graph of one of this part's vertices. */
    int global(int local) {
        return local < owned ? bounds[rank] + local : ghosts[local - owned];
    }

    /** Which task owns a vertex of the whole graph. */
    int owner(int global) {
        return owner(bounds, global);
    }

    static int owner(int[] bounds, int global) {
        int low = 0;
        int high = bounds.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (bounds[middle] <= global) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Which task owns a ghost. */
    int ownerOfGhost(int ghost) {
        return owner(ghostStart, ghost);
    }

    /**
     * What a vertex of the whole graph is called in the input.
     *
     * @param global its number, from 0
     * @return its name
     */
    public int name(int global) {
        return names == null ? global : names.select(global);
    }

    /**
     * Which vertex of the whole graph is called so in the input.
     *
     * @param name any number
     * @return its number, or -1 if there is none
     */
    public int named(long name) {
        if (name < 0 || name > Integer.MAX_VALUE) {
            return -1;
        }
        if (names == null) {
            return name < vertices() ? (int) name : -1;
        }
        return names.contains((int) name) ? names.rank((int) name) : -1;
    }

    /**
     * The names of all vertices that this task owns.
     *
     * @return in their order
     */
    public int[] ownedNames() {
        int[] all = new int[owned];
        for (int v = 0; v < owned; v++) {
            all[v] = bounds[rank] + v;
        }
        if (names != null) {
            int[] every = names.toArray();
            Arrays.setAll(all, v -> every[bounds[rank] + v]);
        }
        return all;
    }

    /** The place of a vertex of the whole graph in this part, or -1 if another task owns it. */
    int local(int global) {
        int place = global - bounds[rank];
        return place >= 0 && place < owned ? place : -1;
    }
}

package org.spmjava.examples.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is left of a search, kept by the Hub: cubes, assignments of some variables, which together cover everything that
 * is not refuted. A cube may be split, and then its parts stand for it. Pure: no clock, no thread.
 */
final class Cubes {

    private final List<Cube> cubes = new ArrayList<>();
    private final List<int[]> refutations = new ArrayList<>();
    private int open;
    private int refuted;

    /** A part of the search. */
    static final class Cube {
        private final int id;
        private final int[] literals;
        private final TreeSet<Integer> workers = new TreeSet<>();
        private boolean closed;
        private long sinceNs;

        private Cube(int id, int[] literals) {
            this.id = id;
            this.literals = literals;
        }

        int id() {
            return id;
        }

        /** What it assumes. */
        int[] literals() {
            return literals.clone();
        }

        boolean isShared() {
            return workers.size() > 1;
        }

        /** Whether it has been worked on for so long, and a rank is the lowest of those who do. */
        boolean isSplitDue(int rank, long nowNs, long afterNs) {
            return !closed && !workers.isEmpty() && workers.first() == rank && nowNs - sinceNs >= afterNs;
        }
    }

    /** Everything is one cube. */
    Cubes() {
        add(new int[0]);
    }

    private void add(int[] literals) {
        cubes.add(new Cube(cubes.size(), literals));
        open++;
    }

    /** Nobody works any more: those who did have ended. What is refuted stays refuted. */
    void abandon() {
        cubes.forEach(cube -> cube.workers.clear());
    }

    /** The literals of each open cube. */
    Stream<int[]> openCubes() {
        return cubes.stream().filter(cube -> !cube.closed).map(Cube::literals);
    }

    boolean areAllRefuted() {
        return open == 0;
    }

    int open() {
        return open;
    }

    int refuted() {
        return refuted;
    }

    /** How many open cubes nobody works on. */
    int waiting() {
        return (int) cubes.stream()
                .filter(cube -> !cube.closed && cube.workers.isEmpty())
                .count();
    }

    /** How many ranks are at a cube that another one was at before. */
    int idle() {
        return cubes.stream()
                .filter(cube -> !cube.closed)
                .mapToInt(cube -> Math.max(0, cube.workers.size() - 1))
                .sum();
    }

    /**
     * Gives a rank an open cube: one that nobody works on, else the one with the fewest workers, the oldest of them.
     *
     * @return empty if all are refuted
     */
    Optional<Cube> assign(int rank, long nowNs) {
        cubes.forEach(cube -> cube.workers.remove(rank));
        Optional<Cube> next = cubes.stream()
                .filter(cube -> !cube.closed)
                .min(Comparator.<Cube>comparingInt(cube -> cube.workers.size()).thenComparingLong(cube -> cube.id));
        next.ifPresent(cube -> work(cube, rank, nowNs));
        return next;
    }

    private static void work(Cube cube, int rank, long nowNs) {
        if (cube.workers.isEmpty()) {
            cube.sinceNs = nowNs;
        }
        cube.workers.add(rank);
    }

    /**
     * Some literals cannot hold together: every cube that has them all is refuted.
     *
     * @param core the literals; none if the formula itself is refuted
     */
    void refute(int[] core) {
        int[] sorted = core.clone();
        Arrays.sort(sorted);
        for (Cube cube : cubes) {
            if (!cube.closed && hasAll(cube.literals, sorted)) {
                close(cube);
                refuted++;
            }
        }
        refutations.add(sorted);
    }

    private void close(Cube cube) {
        cube.closed = true;
        cube.workers.clear();
        open--;
    }

    private static boolean hasAll(int[] literals, int[] sorted) {
        return IntStream.of(literals)
                        .filter(literal -> Arrays.binarySearch(sorted, literal) >= 0)
                        .distinct()
                        .count()
                == sorted.length;
    }

    /**
     * A cube is split; who works on it goes on with the first of its parts.
     *
     * @param id which
     * @param tree as {@link Lookahead#split} gives it
     * @throws IllegalArgumentException if that is no tree
     */
    void split(int id, int[] tree, long nowNs) {
        Cube whole = cubes.get(id);
        if (whole.closed) {
            return;
        }
        if (tree.length < 2) {
            // To look again at once would find the same, and keep its workers from working.
            whole.sinceNs = nowNs;
            return;
        }
        List<int[]> parts = new ArrayList<>();
        if (leaves(tree, 0, whole.literals, parts) != tree.length) {
            throw new IllegalArgumentException("more than a tree: " + Arrays.toString(tree));
        }
        List<Integer> workers = List.copyOf(whole.workers);
        close(whole);
        int first = cubes.size();
        parts.forEach(this::add);
        for (int i = 0; i < workers.size(); i++) {
            work(cubes.get(first + i % parts.size()), workers.get(i), nowNs);
        }
    }

    private static int leaves(int[] tree, int at, int[] literals, List<int[]> leaves) {
        if (at >= tree.length) {
            throw new IllegalArgumentException("less than a tree: " + Arrays.toString(tree));
        }
        if (tree[at] == 0) {
            leaves.add(literals);
            return at + 1;
        }
        int[] longer = Arrays.copyOf(literals, literals.length + 1);
        longer[literals.length] = tree[at];
        int next = leaves(tree, at + 1, longer, leaves);
        int[] other = longer.clone();
        other[literals.length] = -tree[at];
        return leaves(tree, next, other, leaves);
    }

    /** The cube that a rank works on. */
    Optional<Cube> of(int rank) {
        return cubes.stream().filter(cube -> cube.workers.contains(rank)).findFirst();
    }

    /**
     * What is known of the formula from what was refuted: clauses that follow from it.
     *
     * @return their literals, with a 0 after each
     */
    int[] facts() {
        return refutations.stream()
                .flatMapToInt(core -> IntStream.concat(IntStream.of(core).map(literal -> -literal), IntStream.of(0)))
                .toArray();
    }
}

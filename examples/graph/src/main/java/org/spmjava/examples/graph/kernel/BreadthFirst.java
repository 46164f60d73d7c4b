package org.spmjava.examples.graph.kernel;

import java.util.Arrays;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Breadth-first search, a level a superstep: from the frontier outwards while it is small, and from what is not reached
 * yet backwards while it is large. S. Beamer, K. Asanović, D. Patterson, <i>Direction-optimizing breadth-first
 * search</i>, SC 2012.
 */
public final class BreadthFirst {

    /** What stands for the level and the parent of a vertex that is not reached. */
    public static final int UNREACHED = -1;

    // The paper's, which are not delicate.
    private static final int ALPHA = 15;
    private static final int BETA = 18;

    private static final Channel<long[]> FRONTIER = Channel.of("frontier", Codecs.LONGS);

    private final Partition part;
    private final Communicator tasks;
    private final Halo halo;
    private final int[] levels;
    private final int[] parents;
    /** Ghosts that somebody has reached, as far as is known here. */
    private final Bits reachedGhosts;

    private IntList frontier = new IntList();
    private IntList next = new IntList();
    private Bits inFrontier;

    /**
     * The tree.
     *
     * @param levels of the vertices that this task owns: their distances from the source
     * @param parents of them: vertices of the whole graph, one level nearer; the source is its own
     * @param reached how many vertices are reached, by all tasks
     * @param depth the largest level
     * @param supersteps how many there were
     */
    public record Result(int[] levels, int[] parents, long reached, int depth, int supersteps) {}

    private BreadthFirst(Partition part, Communicator tasks) {
        this.part = part;
        this.tasks = tasks;
        this.halo = new Halo(part, tasks);
        levels = new int[part.owned];
        parents = new int[part.owned];
        Arrays.fill(levels, UNREACHED);
        Arrays.fill(parents, UNREACHED);
        reachedGhosts = new Bits(part.ghosts.length);
    }

    /**
     * Collective: searches from a vertex.
     *
     * @param part this task's
     * @param source a vertex of the whole graph
     * @param tasks all tasks of the command
     * @return what was found of this task's vertices
     */
    public static Result run(Partition part, int source, Communicator tasks) {
        return new BreadthFirst(part, tasks).search(source);
    }

    private Result search(int source) {
        int local = part.local(source);
        if (local >= 0) {
            reach(local, source, 0);
        }
        long reached = 0;
        long unexplored = tasks.allReduce(FRONTIER, new long[] {part.out.arcs()}, BreadthFirst::plus)[0];
        long before = 0;
        boolean backwards = false;
        int level = 0;
        while (true) {
            swapFrontiers();
            long[] sums = tasks.allReduce(FRONTIER, new long[] {frontier.size(), arcsOfFrontier()}, BreadthFirst::plus);
            if (sums[0] == 0) {
                return new Result(levels, parents, reached, Math.max(0, level - 1), level);
            }
            reached += sums[0];
            boolean grows = sums[0] > before;
            before = sums[0];
            backwards = backwards ? grows || sums[0] > part.vertices() / BETA : grows && sums[1] > unexplored / ALPHA;
            unexplored -= sums[1];
            level++;
            if (backwards) {
                backwards(level);
            } else {
                forwards(level);
            }
        }
    }

    private static long[] plus(long[] left, long[] right) {
        long[] both = new long[left.length];
        Arrays.setAll(both, i -> left[i] + right[i]);
        return both;
    }

    private void swapFrontiers() {
        IntList done = frontier;
        frontier = next;
        next = done;
        next.clear();
    }

    private long arcsOfFrontier() {
        long arcs = 0;
        for (int i = 0; i < frontier.size(); i++) {
            arcs += part.out.degree(frontier.get(i));
        }
        return arcs;
    }

    private void reach(int vertex, int parent, int level) {
        parents[vertex] = parent;
        levels[vertex] = level;
        next.add(vertex);
    }

    /** To each neighbouring task goes which of its vertices are reached from here, each once, with a parent. */
    private void forwards(int level) {
        IntList[] messages = IntList.lists(part.size);
        int[] start = part.out.start();
        int[] targets = part.out.targets();
        int first = part.bounds[part.rank];
        for (int i = 0; i < frontier.size(); i++) {
            int vertex = frontier.get(i);
            for (int arc = start[vertex]; arc < start[vertex + 1]; arc++) {
                int target = targets[arc];
                if (target < part.owned) {
                    if (parents[target] == UNREACHED) {
                        reach(target, first + vertex, level);
                    }
                } else if (!reachedGhosts.get(target - part.owned)) {
                    int ghost = target - part.owned;
                    reachedGhosts.set(ghost);
                    int owner = part.ownerOfGhost(ghost);
                    messages[owner].add(part.ghosts[ghost] - part.bounds[owner]);
                    messages[owner].add(first + vertex);
                }
            }
        }
        halo.swap(messages, (from, message) -> {
            for (int i = 0; i < message.length; i += 2) {
                if (parents[message[i]] == UNREACHED) {
                    reach(message[i], message[i + 1], level);
                }
            }
        });
    }

    /** Each neighbouring task learns which of its ghosts are in the frontier; who is not reached looks for one. */
    private void backwards(int level) {
        if (inFrontier == null) {
            inFrontier = new Bits(part.owned + part.ghosts.length);
        }
        inFrontier.clear();
        for (int i = 0; i < frontier.size(); i++) {
            inFrontier.set(frontier.get(i));
        }
        halo.refresh(inFrontier);
        int[] start = part.in.start();
        int[] sources = part.in.targets();
        for (int vertex = 0; vertex < part.owned; vertex++) {
            if (parents[vertex] != UNREACHED) {
                continue;
            }
            for (int arc = start[vertex]; arc < start[vertex + 1]; arc++) {
                if (inFrontier.get(sources[arc])) {
                    reach(vertex, part.global(sources[arc]), level);
                    break;
                }
            }
        }
    }
}

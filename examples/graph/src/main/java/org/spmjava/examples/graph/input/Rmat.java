package org.spmjava.examples.graph.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A graph at random, whose degrees are as skewed as those of social networks: D. Chakrabarti, Y. Zhan, C. Faloutsos,
 * <i>R-MAT: a recursive model for graph mining</i>, SDM 2004, with the probabilities and the mixed numbering of the
 * Graph500 benchmark. Every edge depends on the seed and its own number alone, so that shares can be made apart.
 *
 * @param scale there are 2 to the power of this many vertices; 1 to 30
 * @param edgeFactor how many edges are drawn for each vertex; loops and duplicates among them
 * @param seed the same seed gives the same graph
 */
public record Rmat(int scale, int edgeFactor, long seed) implements Source {

    /** How many edges Graph500 draws for each vertex. */
    public static final int EDGE_FACTOR = 16;

    /** The largest scale, for which vertices and shares still have room. */
    public static final int LARGEST_SCALE = 30;

    private static final int LARGEST_WEIGHT = 255;

    // Bounds of 16-bit numbers: the probabilities 0.57, 0.19, 0.19 and 0.05, one after the other.
    private static final int A = 37_355;
    private static final int B = 49_807;
    private static final int C = 62_259;
    private static final int LEVELS_A_DRAW = 4;

    /** Checks the ranges. */
    public Rmat {
        if (scale < 1 || scale > LARGEST_SCALE || edgeFactor < 1) {
            throw new IllegalArgumentException("no graph of scale " + scale + " and edge factor " + edgeFactor);
        }
    }

    /**
     * How many vertices there are.
     *
     * @return a power of two
     */
    public int vertices() {
        return 1 << scale;
    }

    /**
     * How many edges are drawn.
     *
     * @return as many for each vertex
     */
    public long edges() {
        return (long) vertices() * edgeFactor;
    }

    @Override
    public Share read(int part, int parts, boolean weighted) {
        EdgeBlocks share = new EdgeBlocks(weighted);
        long end = edges() * (part + 1) / parts;
        for (long number = edges() * part / parts; number < end; number++) {
            long edge = edge(number);
            share.add((int) (edge >>> 32), (int) edge, weight(number));
        }
        share.close();
        return new Share(share, vertices() - 1L, new Head(vertices(), edges(), true, false, weighted, 0, 0));
    }

    /** The tail in the upper half, the head in the lower. */
    private long edge(long number) {
        long state = mix(seed * 0x9e3779b97f4a7c15L + number);
        int tail = 0;
        int head = 0;
        long draw = 0;
        for (int level = 0; level < scale; level++) {
            if (level % LEVELS_A_DRAW == 0) {
                state += 0x9e3779b97f4a7c15L;
                draw = mix(state);
            }
            int chance = (int) (draw & 0xffff);
            draw >>>= 16;
            tail = 2 * tail + (chance >= B ? 1 : 0);
            head = 2 * head + (chance >= A && chance < B || chance >= C ? 1 : 0);
        }
        return (long) mixed(tail) << 32 | mixed(head);
    }

    /** Another number for each vertex, so that numbers do not tell degrees. */
    private int mixed(int vertex) {
        int mask = vertices() - 1;
        int shift = (scale + 1) / 2;
        int mixed = vertex;
        for (int round = 0; round < 3; round++) {
            mixed = mixed * 0x2545f491 + (int) seed & mask;
            mixed ^= mixed >>> shift;
        }
        return mixed;
    }

    private double weight(long number) {
        return 1 + Math.floorMod(mix(~seed + number * 0xd1b54a32d192ed03L) >>> 8, LARGEST_WEIGHT);
    }

    /** The finaliser of SplittableRandom: G. Steele, D. Lea, C. Flood, OOPSLA 2014. */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * Writes the graph as an edge list, whose first line says how many vertices and edges there are.
     *
     * @param file where to
     * @param weighted whether to write weights, from 1 to 255
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, boolean weighted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(vertices() + " " + edges() + "\n");
            StringBuilder line = new StringBuilder();
            for (long number = 0; number < edges(); number++) {
                long edge = edge(number);
                line.setLength(0);
                line.append((int) (edge >>> 32)).append(' ').append((int) edge);
                if (weighted) {
                    line.append(' ').append((long) weight(number));
                }
                out.append(line.append('\n'));
            }
        }
    }
}

package org.spmjava.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spmjava.examples.graph.input.Rmat;

/** The default input: a graph at random, as a file that anybody else's program can read, too. */
public final class Sample {

    private static final int SCALE = 15;
    private static final long SEED = 1;

    private Sample() {}

    /**
     * Writes the sample.
     *
     * @param directory where to
     * @return the arguments of a run on it
     * @throws IOException if it cannot be written
     */
    public static List<String> unpack(Path directory) throws IOException {
        Path file = directory.resolve("edges.txt");
        new Rmat(SCALE, Rmat.EDGE_FACTOR, SEED).write(file, true);
        return List.of(file.toString(), "--header", "yes", "--verify");
    }
}

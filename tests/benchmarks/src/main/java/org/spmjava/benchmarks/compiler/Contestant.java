package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.util.List;

/** A compiler that turns a description of a payload into Java, and how one builds with it. */
interface Contestant {

    /** What people call it. */
    String name();

    /** Writes the descriptions of so many payloads, and the Java that a user writes beside each. */
    void write(int count, BuildFolder folder) throws IOException;

    /** The commands that generate before javac runs: none, if that is an annotation processor's work. */
    default List<List<String>> generators(BuildFolder folder) throws IOException {
        return List.of();
    }

    /** Does the work of {@link #generators}, as far as it can, in this process. */
    default void generateHere(BuildFolder folder) throws Exception {
        for (List<String> command : generators(folder)) {
            Command.run(command);
        }
    }

    /** What javac is told of it, the class path and the path of processors among it. */
    List<String> javacOptions(BuildFolder folder);

    /** The processor's class, if it is one. */
    default List<String> processors() {
        return List.of();
    }
}

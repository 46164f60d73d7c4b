package org.spmjava.examples.graph;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spmjava.api.communication.Communicator;
import org.spmjava.examples.graph.AnalysisTask.Algorithm;
import org.spmjava.examples.graph.AnalysisTask.Settings;
import org.spmjava.examples.graph.kernel.Partition;

/**
 * A file of results: a line a vertex, in the order of their numbers. Each Spoke writes its vertices into a file of its
 * own; the Hub puts these one behind the other, without looking at what is in them.
 */
final class Results {

    private final Path file;

    private Results(Path file) {
        this.file = file;
    }

    /** What a vertex came to; a vertex of which nothing is appended has no line. */
    interface Line {
        void append(int vertex, StringBuilder line);
    }

    /** Where a task writes. */
    static Results of(Settings settings, Algorithm algorithm, Communicator tasks) {
        return new Results(settings.output()
                .map(directory -> part(Path.of(directory), algorithm, tasks.rank()))
                .orElse(null));
    }

    static Path file(Path directory, Algorithm algorithm) {
        return directory.resolve(algorithm.name().toLowerCase(Locale.ROOT) + ".txt");
    }

    private static Path part(Path directory, Algorithm algorithm, int rank) {
        return directory.resolve(file(directory, algorithm).getFileName() + ".part-" + rank);
    }

    void write(Partition part, Line line) throws IOException {
        if (file == null) {
            return;
        }
        int[] names = part.ownedNames();
        StringBuilder text = new StringBuilder();
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int v = 0; v < names.length; v++) {
                text.setLength(0);
                text.append(names[v]).append(' ');
                int before = text.length();
                line.append(v, text);
                if (text.length() > before) {
                    out.append(text).append('\n');
                }
            }
        }
    }

    /** The Hub's part: returns the files that there are now. */
    static List<Path> join(Path directory, List<Algorithm> algorithms, int tasks) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Algorithm algorithm : algorithms) {
            Path first = part(directory, algorithm, 0);
            if (!Files.exists(first)) {
                continue; // An algorithm that counts, and has nothing to say of a vertex.
            }
            try (FileChannel whole = FileChannel.open(first, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                for (int rank = 1; rank < tasks; rank++) {
                    append(part(directory, algorithm, rank), whole);
                }
            }
            files.add(Files.move(first, file(directory, algorithm), StandardCopyOption.REPLACE_EXISTING));
            discard(directory, List.of(algorithm), tasks);
        }
        return files;
    }

    private static void append(Path part, FileChannel whole) throws IOException {
        try (FileChannel from = FileChannel.open(part)) {
            for (long place = 0; place < from.size(); ) {
                place += from.transferTo(place, from.size() - place, whole);
            }
        }
    }

    /** Removes what tasks left that did not come to an end. */
    static void discard(Path directory, List<Algorithm> algorithms, int tasks) throws IOException {
        for (Algorithm algorithm : algorithms) {
            for (int rank = 0; rank < tasks; rank++) {
                Files.deleteIfExists(part(directory, algorithm, rank));
            }
        }
    }
}

package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a build reads and writes.
 *
 * @param root all of it
 */
record BuildFolder(Path root) {

    /** What a user would have written. */
    Path sources() {
        return root.resolve("sources");
    }

    /** Java that was generated, by whomever. */
    Path generated() {
        return root.resolve("generated");
    }

    Path classes() {
        return root.resolve("classes");
    }

    /** Forgets what a build wrote. */
    void clean() throws IOException {
        for (Path folder : List.of(generated(), classes())) {
            delete(folder);
            Files.createDirectories(folder);
        }
    }

    void write(String file, String text) throws IOException {
        Path path = sources().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** The files below a folder whose names end like that, in order. */
    static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BuildFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

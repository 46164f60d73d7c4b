package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of what a module imports out of libraries, in a source root. There the annotation processor finds them: javac
 * shows it neither the {@code META-INF} of a jar nor what is on the module path.
 */
final class ImportedFiles {

    private static final String NAME = "META-INF/spm/imports";

    private ImportedFiles() {}

    /** Writes what is imported, and deletes what no longer is. */
    static void write(Path sourceRoot, Map<String, List<Libraries.Offer>> imported) throws IOException {
        Path directory = sourceRoot.resolve(NAME);
        Set<Path> kept = new HashSet<>();
        for (List<Libraries.Offer> offers : imported.values()) {
            for (Libraries.Offer offer : offers) {
                Path file = directory.resolve(offer.name());
                kept.add(file);
                if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), offer.bytes())) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, offer.bytes());
                }
            }
        }
        deleteOthers(directory, kept);
    }

    /** Deletes the files below {@code directory} that are not to be kept; what is behind links is not below it. */
    static void deleteOthers(Path directory, Set<Path> kept) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> others;
        try (Stream<Path> files = Files.walk(directory)) {
            others = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !kept.contains(file))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }
}

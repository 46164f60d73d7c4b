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

/** A directory that holds copies of files, and nothing else. */
final class FileCopies {

    private FileCopies() {}

    /**
     * Writes what is not there yet, and deletes what is not to be there.
     *
     * @param directory where the copies are; made if there are any
     * @param files what is to be in them, by names with {@code /} between their parts
     */
    static void write(Path directory, Map<String, byte[]> files) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (Map.Entry<String, byte[]> copy : files.entrySet()) {
            Path file = directory.resolve(copy.getKey());
            kept.add(file);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), copy.getValue())) {
                Files.createDirectories(file.getParent());
                Files.write(file, copy.getValue());
            }
        }
        deleteOthers(directory, kept);
    }

    /** What is behind a link is not in the directory. */
    private static void deleteOthers(Path directory, Set<Path> kept) throws IOException {
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

package org.spmjava.maven;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.source.SourceText;

/**
 * The typedefs of a module, in the order of their names.
 *
 * @param path where they are; need not exist
 * @param typedefs all of them, those in directories below included
 */
record TypedefDirectory(Path path, List<Typedef> typedefs) {

    private static final String ENDING = ".spmtype";

    /** Reads what is there: nothing, if there is no such directory. */
    static TypedefDirectory read(Path path) throws IOException {
        List<Typedef> typedefs = new ArrayList<>();
        for (Path file : files(path)) {
            typedefs.add(Typedef.read(path, file));
        }
        // By name and not by path: the digest is the same on every machine.
        typedefs.sort(Comparator.comparing(Typedef::name));
        return new TypedefDirectory(path, List.copyOf(typedefs));
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(path, Integer.MAX_VALUE, TypedefDirectory::isTypedef, FOLLOW_LINKS)) {
            return files.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isTypedef(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && file.toString().endsWith(ENDING);
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    boolean isEmpty() {
        return typedefs.isEmpty();
    }

    /** All that is wrong, file by file. */
    List<Finding> check() {
        return typedefs.stream()
                .flatMap(typedef -> typedef.check(this::find).stream())
                .toList();
    }

    /** What an import names, if it is one of these. */
    private Optional<SourceText> find(String name) {
        return typedefs.stream()
                .filter(typedef -> typedef.name().equals(name))
                .findFirst()
                .flatMap(Typedef::source);
    }

    /** Differs when a typedef is changed, added, renamed or deleted, and when another compiler reads them. */
    String digest(String compilerVersion) {
        Digest digest = new Digest().add(compilerVersion.getBytes(StandardCharsets.UTF_8));
        for (Typedef typedef : typedefs) {
            digest.add(typedef.name().getBytes(StandardCharsets.UTF_8)).add(typedef.bytes());
        }
        return digest.hex();
    }
}

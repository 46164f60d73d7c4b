package org.spmjava.statecheck;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of the JDK that runs this, as files. */
final class Platform {

    private final FileSystem files = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, Optional<Path>> packages = new HashMap<>();

    boolean contains(String name) {
        return name.startsWith("java/") || file(name).isPresent();
    }

    Optional<byte[]> bytes(String name) throws IOException {
        Optional<Path> file = file(name);
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }

    private Optional<Path> file(String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return packages.computeIfAbsent(name.substring(0, slash), this::folder)
                .map(folder -> folder.resolve(name.substring(slash + 1) + ".class"))
                .filter(Files::isRegularFile);
    }

    /** A package is in one module; {@code /packages} tells in which. */
    private Optional<Path> folder(String packageName) {
        Path modules = files.getPath("/packages", packageName.replace('/', '.'));
        if (!Files.isDirectory(modules)) {
            return Optional.empty();
        }
        try (Stream<Path> links = Files.list(modules)) {
            return links.map(
                            link -> files.getPath("/modules", link.getFileName().toString(), packageName))
                    .filter(Files::isDirectory)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

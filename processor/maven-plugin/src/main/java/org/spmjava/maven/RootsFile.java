package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the annotation processor where the typedefs are, without an option of javac: a text file in a source root,
 * where the processor looks for it by this name. The path in it is relative to the source root, so that it is the same
 * on every machine.
 */
final class RootsFile {

    private static final String NAME = "META-INF/spm/typedef-roots";

    private RootsFile() {}

    static void write(Path sourceRoot, Path typedefs) throws IOException {
        Path file = file(sourceRoot);
        String text = relative(sourceRoot, typedefs) + "\n";
        if (!Files.isRegularFile(file) || !text.equals(Files.readString(file))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    static void delete(Path sourceRoot) throws IOException {
        Files.deleteIfExists(file(sourceRoot));
    }

    static Path file(Path sourceRoot) {
        return sourceRoot.resolve(NAME);
    }

    private static String relative(Path sourceRoot, Path typedefs) {
        try {
            return sourceRoot
                    .toAbsolutePath()
                    .relativize(typedefs.toAbsolutePath())
                    .toString()
                    .replace('\\', '/');
        } catch (IllegalArgumentException onAnotherDrive) {
            return typedefs.toAbsolutePath().toString();
        }
    }
}

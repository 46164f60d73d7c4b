package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java source that says which typedefs a module was compiled with. Maven compiles only when a source is newer than
 * its class, and it does not count typedefs as sources: where a typedef changes, this file does.
 *
 * @param packageName a package of the module's own: no two modules may share one
 * @param digest of the typedefs and the compiler
 */
record Stamp(String packageName, String digest) {

    private static final String CLASS_NAME = "TypedefStamp";
    private static final int ENOUGH_HEX = 8;

    /**
     * @param module what no other module is called, such as {@code group:artifact:test}
     * @param digest of the typedefs and the compiler
     */
    static Stamp of(String module, String digest) {
        // The words are for people. What tells `a-b` from `a_b` is the hash.
        String words = module.replaceAll("[^A-Za-z0-9]", "_");
        String hash = new Digest().add(module).hex().substring(0, ENOUGH_HEX);
        return new Stamp("org.spmjava.generated.of_" + words + "_" + hash, digest);
    }

    /** Whether this stamp, to the letter, is what the file below {@code sourceRoot} says. */
    boolean isIn(Path sourceRoot) throws IOException {
        Path file = file(sourceRoot);
        return Files.isRegularFile(file) && text().equals(Files.readString(file));
    }

    void writeTo(Path sourceRoot) throws IOException {
        Path file = file(sourceRoot);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text());
    }

    boolean deleteFrom(Path sourceRoot) throws IOException {
        return Files.deleteIfExists(file(sourceRoot));
    }

    Path file(Path sourceRoot) {
        return sourceRoot.resolve(packageName.replace('.', '/')).resolve(CLASS_NAME + ".java");
    }

    String text() {
        return """
                // Written by spm-maven-plugin. Do not edit.
                package %s;

                /** Which typedefs this module was compiled with. When they change, this does, and all is compiled anew. */
                final class %s {

                    static final String DIGEST = "%s";

                    private %2$s() {}
                }
                """.formatted(packageName, CLASS_NAME, digest);
    }
}

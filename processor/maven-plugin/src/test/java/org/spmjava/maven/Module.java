package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A module on disk: what a user edits, and what a build makes of it. */
final class Module {

    static final String TYPEDEF = """
            task<list> {
              spm :: struct {
                meta :: struct {
                  label   :: scalar<stringSnippet> = deferred;
                  module  :: scalar<module>        = deferred;
                  timeout :: scalar<timeout>       = deferred;
                };
                core :: struct {
                  relaunchPre  :: scalar<bool> = None;
                  relaunchPost :: scalar<bool> = None;
                  nameHost     :: scalar<auto> = None;
                  whoAmI       :: scalar<auto> = None;
                };
                stat :: struct {
                  exception   :: scalar<auto> = None;
                  returnValue :: scalar<auto> = None;
                };
              };
              number :: scalar<long> = deferred;
            };
            """;

    private final Path root;
    private List<Path> libraries = List.of();
    private int resolved;

    /** @param root an empty directory */
    Module(Path root) {
        this.root = root;
    }

    Path typedefs() {
        return root.resolve("src/main/spmtype");
    }

    /** Where the build copies the typedefs to. */
    Path packed() {
        return root.resolve("target/classes/META-INF/spmtype");
    }

    Path sourceRoot() {
        return root.resolve("target/generated-sources/spm");
    }

    Module typedef(String name, String text) throws IOException {
        Path file = typedefs().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    void delete(String name) throws IOException {
        Files.delete(typedefs().resolve(name));
    }

    TypedefDirectory read() throws IOException {
        return TypedefDirectory.read(typedefs());
    }

    /** Compiles against these from now on. */
    Module libraries(Path... jarsAndDirectories) {
        libraries = List.of(jarsAndDirectories);
        return this;
    }

    /** How often somebody wanted to know what the libraries are, which takes a build much time. */
    int resolved() {
        return resolved;
    }

    /** What is wrong, in the order of the files. */
    List<Finding> check() throws IOException {
        TypedefDirectory directory = read();
        return directory.check(new Imports(directory, () -> new Libraries(Optional.empty(), libraries)));
    }

    Outcome generate() throws IOException {
        return generate("1.0");
    }

    Outcome generate(String compilerVersion) throws IOException {
        return new Generation(
                        typedefs(),
                        sourceRoot(),
                        packed(),
                        "org.example:app:main",
                        compilerVersion,
                        root.resolve("target/spm/generate-main"),
                        () -> {
                            resolved++;
                            return new Libraries(Optional.empty(), libraries);
                        })
                .run();
    }

    /** What the stamp says, or nothing if there is none. */
    String stamp() throws IOException {
        Path file = Stamp.of("org.example:app:main", "").file(sourceRoot());
        return Files.exists(file) ? Files.readString(file) : "";
    }
}

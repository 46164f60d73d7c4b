package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** @param root an empty directory */
    Module(Path root) {
        this.root = root;
    }

    Path typedefs() {
        return root.resolve("src/main/spmtype");
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

    Outcome generate() throws IOException {
        return generate("1.0");
    }

    Outcome generate(String compilerVersion) throws IOException {
        return new Generation(typedefs(), sourceRoot(), "org.example:app:main", compilerVersion).run();
    }

    /** What the stamp says, or nothing if there is none. */
    String stamp() throws IOException {
        Path file = Stamp.of("org.example:app:main", "").file(sourceRoot());
        return Files.exists(file) ? Files.readString(file) : "";
    }
}

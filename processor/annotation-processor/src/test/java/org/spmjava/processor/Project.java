package org.spmjava.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** A user's sources and typedefs. */
final class Project {

    static final String PRIMES_TYPEDEF = """
            # Counts the primes of one bucket.
            task<list> {
              spm :: struct {
                meta :: struct {
                  label         :: scalar<stringSnippet> = deferred;
                  path          :: tuple<path>           = None;
                  modulePreload :: tuple<module>         = None;
                  module        :: scalar<module>        = deferred;
                  timeout       :: scalar<timeout>       = deferred;
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
              nMin :: scalar<long> = deferred;
              nMax :: scalar<long> = deferred;
            };
            """;

    /** Both tasks of the slides, in one file. */
    static final String SHELL_TYPEDEF = shell("list") + shell("template");

    private final Path root;
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));

    /** @param root an empty directory, the typedef root */
    Project(Path root) {
        this.root = root;
        options.add("-Aspm.typedefs=" + root);
    }

    private static String shell(String head) {
        return """
                task<%s> {
                  struct spm {
                    struct meta {
                      scalar<stringSnippet> label = deferred;
                      scalar<ApiMethod> api = deferred;
                      dict<string,mixed> apiArgs = deferred;
                      scalar<timeout> timeout = deferred;
                    };
                    struct core {
                      scalar<bool> relaunchPre = None;
                      scalar<bool> relaunchPost = None;
                      scalar<auto> nameHost = None;
                      scalar<auto> whoAmI = None;
                    };
                    struct stat {
                      scalar<auto> exception = None;
                      scalar<record> returnValue = None;
                    };
                  };
                };
                """.formatted(head);
    }

    /** With a typedef below the root. */
    Project typedef(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a source; the imports that every user needs are there, on the line of the package. */
    Project source(String qualifiedName, String text) {
        String packageName = qualifiedName.substring(0, qualifiedName.lastIndexOf('.'));
        String imports = "package %s; import java.util.*; import java.time.*; import org.spmjava.api.*;"
                + " import org.spmjava.api.annotation.*; import org.spmjava.api.communication.*;"
                + " import org.spmjava.api.coprocess.*;"
                + " import org.spmjava.api.value.*;\n";
        sources.add(JavaFileObjects.forSourceString(qualifiedName, imports.formatted(packageName) + text));
        return this;
    }

    /** Without the option that names the root. */
    Project withoutRoots() {
        options.removeIf(option -> option.startsWith("-Aspm.typedefs"));
        return this;
    }

    Project option(String option) {
        options.add(option);
        return this;
    }

    Compilation compile() {
        return compile(new SpmProcessor());
    }

    Compilation compile(Processor processor) {
        return javac().withProcessors(processor).withOptions(options).compile(sources);
    }

    /** What the Eclipse compiler says, errors and warnings alike: file, line, kind and text. */
    List<String> underEclipse() {
        List<String> ours =
                options.stream().filter(option -> option.startsWith("-Aspm.")).toList();
        return Eclipse.compile(sources, ours, root.resolve("eclipse"));
    }

    /** The errors among them: file, line and text. */
    List<String> errorsUnderEclipse() {
        return underEclipse().stream()
                .filter(line -> line.contains(": error: "))
                .map(line -> line.replaceFirst(": error: ", ": "))
                .toList();
    }

    /** The text of a generated class. */
    String generated(String qualifiedName) {
        try {
            return compile()
                    .generatedSourceFile(qualifiedName)
                    .orElseThrow()
                    .getCharContent(false)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The errors: line of the source and text, without the two spaces by which javac indents all but its first line.
     */
    List<String> errors() {
        return compile().errors().stream()
                .map(error ->
                        error.getLineNumber() + ": " + error.getMessage(null).replace("\n  ", "\n"))
                .toList();
    }
}

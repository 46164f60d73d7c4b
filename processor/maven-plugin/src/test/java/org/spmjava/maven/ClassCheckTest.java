package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.statecheck.Finding;
import org.spmjava.statecheck.StateCheckReport;

/** When compiled classes are checked, and where what is found is shown. What is found is for the check's own tests. */
class ClassCheckTest {

    private static final String RIGHT = """
            package demo;
            class Primes {
                @org.spmjava.api.annotation.Spoke @org.spmjava.api.annotation.Online
                static long taskEval(long n) {
                    return Helper.help(n);
                }
            }
            """;
    private static final String HELPER = """
            package demo;
            class Helper {
                static long help(long n) { return n; }
            }
            """;
    private static final String HUB_HELPER = """
            package demo;
            class Helper {
                @org.spmjava.api.annotation.Hub
                static long help(long n) { return n; }
            }
            """;
    private static final String OBSCURE_HELPER = """
            package demo;
            class Helper {
                static long help(long n) {
                    try {
                        return Class.forName("demo.Plan" + n).getModifiers();
                    } catch (ClassNotFoundException e) {
                        return 0;
                    }
                }
            }
            """;

    @TempDir
    Path root;

    private Path sources;
    private Path classes;
    private Path library;
    private ClassCheck check;

    @BeforeEach
    void aModuleAndALibrary() {
        sources = root.resolve("src");
        classes = root.resolve("classes");
        library = root.resolve("library");
        check = check("1.0");
    }

    private ClassCheck check(String version) {
        return new ClassCheck(
                classes,
                Stream.concat(Stream.of(library), ownClassPath()).toList(),
                root.resolve("spm/check"),
                version);
    }

    private static Stream<Path> ownClassPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(own.split(File.pathSeparator)).map(Path::of);
    }

    private void compile(Path into, String name, String text) throws IOException {
        Path file = sources.resolve("demo/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.createDirectories(into);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> classPath =
                    Stream.concat(Stream.of(classes, library), ownClassPath()).toList();
            String paths = String.join(
                    File.pathSeparator, classPath.stream().map(Path::toString).toList());
            List<String> options = List.of("-d", into.toString(), "-cp", paths, "-proc:none");
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private List<Finding> errors() throws IOException {
        return check.run(false).report().map(StateCheckReport::errors).orElse(List.of());
    }

    @Test
    void whatIsWellIsCheckedOnce() throws IOException {
        compile(library, "Helper", HELPER);
        compile(classes, "Primes", RIGHT);

        assertThat(check.run(false).report())
                .hasValueSatisfying(report -> assertThat(report.findings()).isEmpty());
        assertThat(check.run(false).report()).isEmpty();
        assertThat(check.run(true).report()).isEmpty();
    }

    @Test
    void aMistakeIsFoundAsLongAsItIsThere() throws IOException {
        compile(classes, "Helper", HUB_HELPER);
        compile(classes, "Primes", RIGHT);

        assertThat(errors()).hasSize(1);
        assertThat(errors()).hasSize(1);
        compile(classes, "Helper", HELPER);
        assertThat(errors()).isEmpty();
        compile(classes, "Helper", HUB_HELPER);
        assertThat(errors()).hasSize(1);
    }

    @Test
    void aMistakeThatComesWithALibraryIsFound() throws IOException {
        compile(library, "Helper", HELPER);
        compile(classes, "Primes", RIGHT);
        assertThat(errors()).isEmpty();

        compile(library, "Helper", HUB_HELPER);

        assertThat(errors())
                .singleElement()
                .satisfies(error -> assertThat(error.className()).isEqualTo("demo.Primes"));
    }

    @Test
    void whatCouldNotBeKnownIsCountedAgainAndShownOnDemand() throws IOException {
        compile(classes, "Helper", OBSCURE_HELPER);
        compile(classes, "Primes", RIGHT);

        assertThat(check.run(false).unknown()).isEqualTo(1);
        assertThat(check.run(false)).isEqualTo(new ClassCheck.Result(Optional.empty(), 1));
        assertThat(check.run(true).report())
                .hasValueSatisfying(report -> assertThat(report.notes()).hasSize(1));
    }

    @Test
    void anotherVersionChecksAgain() throws IOException {
        compile(classes, "Helper", HELPER);
        compile(classes, "Primes", RIGHT);
        check.run(false);

        assertThat(check("1.1").run(false).report()).isPresent();
    }

    @Test
    void aFindingIsShownAtItsSourceOrElseAtItsClass() throws IOException {
        compile(classes, "Helper", HUB_HELPER);
        compile(classes, "Primes", RIGHT);
        Finding finding = errors().get(0);

        assertThat(new SourceFiles(List.of(root.resolve("elsewhere"), sources), classes).of(finding))
                .isEqualTo(sources.resolve("demo/Primes.java"));
        assertThat(new SourceFiles(List.of(root.resolve("elsewhere")), classes).of(finding))
                .isEqualTo(classes.resolve("demo/Primes.class"));
    }

    @Test
    void theTextOfAFindingHasNoPlaceOfItsOwn() throws IOException {
        compile(classes, "Helper", HUB_HELPER);
        compile(classes, "Primes", RIGHT);
        Finding finding = errors().get(0);

        assertThat(CheckText.of(finding))
                .startsWith("error [SPM-S101]: `Helper.help` is annotated `@Hub`, but a Spoke reaches it.\n  chain: ");
        assertThat(CheckText.withPlace(Path.of("Primes.java"), finding)).startsWith("Primes.java [5:1]: error [SPM-");
        assertThat(CheckText.failure(List.of(finding, finding)))
                .startsWith("2 mistakes in 1 class. Each is shown above");
    }
}

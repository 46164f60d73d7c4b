package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;
import org.spmjava.dsl.source.TypedefSources.Obstacle;
import org.spmjava.dsl.syntax.SyntaxAnalysis;

/**
 * Every mistake and exactly what is said about it. After a deliberate change of texts, run with
 * {@code -Dspm.goldens=write} and read the difference.
 */
class DiagnosticGoldenTest {

    private static final boolean WRITE = "write".equals(System.getProperty("spm.goldens"));

    @TestFactory
    Stream<DynamicTest> everyMistakeReadsAsItsGoldenSays() {
        return Typedefs.goldenInputs().stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    String slug = input.getFileName().toString().replace(".spmtype", ".txt");
                    compare(Typedefs.source(input), Typedefs.GOLDENS.resolve(slug));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenShowsItsOwnCodeAndNoOther() {
        return Typedefs.goldenInputs().stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    List<Diagnostic> diagnostics = TypedefCompiler.compile(
                                    Typedefs.source(input), Typedefs.goldenSources())
                            .diagnostics();
                    Diagnostic last = diagnostics.get(diagnostics.size() - 1);
                    assertThat(input.getFileName().toString())
                            .startsWith(last.code().id() + "-");
                    if (last.code() != DiagnosticCode.TOO_MANY_ERRORS) {
                        assertThat(diagnostics).hasSize(1);
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAGolden(DiagnosticCode code) throws IOException {
        try (Stream<Path> files = Files.list(Typedefs.GOLDENS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith(code.id() + "-") && name.endsWith(".txt"));
        }
    }

    /** Its input is made here: a megabyte has no place in the repository. */
    @Test
    void aFileBeyondTheLimitIsNotRead() throws IOException {
        String text = "# A typedef.\n" + "#".repeat(SyntaxAnalysis.LARGEST_FILE);
        SourceText source = new SourceText("SPM-E101-file-too-large.spmtype", text);
        compare(source, Typedefs.GOLDENS.resolve("SPM-E101-file-too-large.txt"));
    }

    /** Its chain is made here: nobody writes so many files by hand. */
    @Test
    void aChainOfImportsHasAnEnd() throws IOException {
        TypedefSources endless = name -> {
            int number = Integer.parseInt(name);
            return Optional.of(new SourceText(name + ".spmtype", "import \"" + (number + 1) + "\";"));
        };
        SourceText source = new SourceText("SPM-E605-import-chain.spmtype", "import \"1\";");
        compare(
                TypedefCompiler.compile(source, endless).diagnostics(),
                Typedefs.GOLDENS.resolve("SPM-E605-import-chain.txt"));
    }

    /** Where files are is for those to say who look for them. */
    @Test
    void oneImportIsOneFile() throws IOException {
        Obstacle several = new Obstacle.Several(List.of("colors-1.jar", "shapes/target/classes"));
        compareObstacle(several, "SPM-E606-import-ambiguous");
    }

    @Test
    void anImportedFileCanBeUsed() throws IOException {
        Obstacle unusable = new Obstacle.Unusable("it is a link that leads out of the typedef roots");
        compareObstacle(unusable, "SPM-E607-import-unusable");
    }

    private static void compareObstacle(Obstacle obstacle, String slug) throws IOException {
        TypedefSources sources = new TypedefSources() {
            @Override
            public Optional<SourceText> find(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Obstacle> obstacle(String name) {
                return Optional.of(obstacle);
            }
        };
        SourceText source = new SourceText(slug + ".spmtype", "import \"shared/colors.spmtype\";");
        compare(TypedefCompiler.compile(source, sources).diagnostics(), Typedefs.GOLDENS.resolve(slug + ".txt"));
    }

    private static void compare(SourceText source, Path golden) throws IOException {
        compare(TypedefCompiler.compile(source, Typedefs.goldenSources()).diagnostics(), golden);
    }

    private static void compare(List<Diagnostic> diagnostics, Path golden) throws IOException {
        String rendered = DiagnosticRenderer.render(diagnostics);
        if (WRITE) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Typedefs.read(golden));
    }
}

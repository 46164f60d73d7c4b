package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typedefs that import out of the jars and class directories that a module is compiled with. */
class LibraryImportsTest {

    private static final String COLORS = "shared/colors.spmtype";
    private static final String RED = "enum Color { RED };";
    private static final String GREEN = "enum Color { GREEN };";

    @TempDir
    Path root;

    private Module module;

    @BeforeEach
    void aModuleThatImports() throws IOException {
        module = new Module(root.resolve("app"))
                .typedef(
                        "Counter.spmtype",
                        "import \"shared/colors.spmtype\";\n"
                                + Module.TYPEDEF.replace("number ::", "color :: scalar<Color> = RED; number ::"));
    }

    private Path jar(String name, String... entriesAndTexts) throws IOException {
        Path jar = root.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < entriesAndTexts.length; i += 2) {
                out.putNextEntry(new JarEntry(entriesAndTexts[i]));
                out.write(entriesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return jar;
    }

    private Path colors(String name, String text) throws IOException {
        return jar(name, "META-INF/spmtype/" + COLORS, text);
    }

    private Path directory(String name, String text) throws IOException {
        Path directory = root.resolve(name);
        Path file = directory.resolve("META-INF/spmtype/" + COLORS);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return directory;
    }

    private Path copy() {
        return module.sourceRoot().resolve("META-INF/spm/imports").resolve(COLORS);
    }

    private String said() throws IOException {
        List<Finding> findings = module.check();
        assertThat(findings).hasSize(1);
        return findings.get(0).text().lines().findFirst().orElseThrow();
    }

    @Test
    void jarsAndClassDirectoriesOfferTypedefs() throws IOException {
        assertThat(module.libraries(colors("colors.jar", RED)).check()).isEmpty();
        assertThat(module.libraries(directory("classes", RED)).check()).isEmpty();
    }

    @Test
    void anImportThatIsNowhereIsAMistakeWithTheNearestName() throws IOException {
        Path jar = jar("colors.jar", "META-INF/spmtype/shared/colours.spmtype", RED, "shared/colors.spmtype", RED);

        assertThat(module.libraries(jar).check()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.text())
                    .startsWith("error [SPM-E603]: There is no typedef `shared/colors.spmtype` to import.")
                    .endsWith("fix: Did you mean `shared/colours.spmtype`?");
        });
    }

    @Test
    void differentFilesOfOneNameAreAMistakeAndEqualOnesAreNot() throws IOException {
        Path one = colors("one.jar", RED);
        Path two = directory("two", RED);
        Path green = colors("green.jar", GREEN);

        assertThat(module.libraries(one, two).check()).isEmpty();
        module.libraries(one, green, two);
        assertThat(said())
                .isEqualTo("error [SPM-E606]: There is more than one typedef `shared/colors.spmtype` to import: `" + one
                        + "`, `" + green + "`.");
    }

    @Test
    void theModulesOwnFileComesFirst() throws IOException {
        module.typedef(COLORS, RED).libraries(colors("green.jar", GREEN));

        assertThat(module.check()).isEmpty();
        assertThat(module.generate().changed()).isTrue();
        assertThat(copy()).doesNotExist();
        assertThat(module.resolved()).isZero();
    }

    @Test
    void ofTheTestsOwnModuleTheMainTypedefsComeBeforeLibraries() throws IOException {
        Libraries libraries = new Libraries(Optional.of(directory("classes", RED)), List.of(colors("g.jar", GREEN)));

        assertThat(libraries.find(COLORS))
                .singleElement()
                .satisfies(offer -> assertThat(offer.bytes()).isEqualTo(RED.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void noEntryOfAJarLeadsOutOfIt() throws IOException {
        Path jar = jar("evil.jar", "META-INF/spmtype/../colors.spmtype", RED, "../../etc/colors.spmtype", RED);
        module.typedef("Counter.spmtype", "import \"../colors.spmtype\";\n" + Module.TYPEDEF)
                .libraries(jar);

        assertThat(said()).startsWith("error [SPM-E602]: `../colors.spmtype` cannot be the name of an imported file.");
        assertThat(module.generate().changed()).isFalse();
    }

    @Test
    void noLinkLeadsOutOfAClassDirectory() throws IOException {
        Path classes = root.resolve("classes");
        Path file = classes.resolve("META-INF/spmtype/" + COLORS);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Files.writeString(root.resolve("secret"), RED));
        module.libraries(classes);

        assertThat(said()).startsWith("error [SPM-E603]");
    }

    @Test
    void aLinkOfTheModulesOwnIsNotReplacedByALibrarysFile() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), RED);
        Path link = module.typedefs().resolve(COLORS);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, secret);
        module.libraries(colors("colors.jar", RED));

        assertThat(module.check())
                .extracting(finding -> finding.text().lines().findFirst().orElseThrow())
                .containsExactly(
                        "error [SPM-E607]: The typedef `shared/colors.spmtype` cannot be imported: it is a link that"
                                + " leads out of the typedef directory.",
                        "error: The typedef cannot be read: it is a link that leads out of the typedef directory.");
    }

    @Test
    void aLibrarysFileThatIsNotTextIsReportedAtTheImport() throws IOException {
        module.libraries(colors("colors.jar", "enum Color { RED }; # ü"));

        assertThat(said())
                .isEqualTo("error [SPM-E607]: The typedef `shared/colors.spmtype` cannot be imported: it is not"
                        + " UTF-8.");
    }

    @Test
    void aMistakeInALibrarysFileIsReportedOnceWithItsPlace() throws IOException {
        Path jar = colors("colors.jar", "enum Color { RED, RED };");
        module.typedef("Other.spmtype", "import \"shared/colors.spmtype\";\n" + Module.TYPEDEF)
                .libraries(jar);

        assertThat(module.check()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(jar);
            assertThat(finding.column()).isEqualTo(19);
            assertThat(finding.text()).startsWith("META-INF/spmtype/shared/colors.spmtype: error [SPM-E509]: ");
        });
    }

    @Test
    void whatIsNoJarOrIsNotThereOffersNothing() throws IOException {
        module.libraries(
                Files.writeString(root.resolve("no.jar"), "no jar"),
                root.resolve("gone.jar"),
                colors("colors.jar", RED));

        assertThat(module.check()).isEmpty();
    }

    @Test
    void whatIsImportedIsThereForTheAnnotationProcessor() throws IOException {
        module.libraries(colors("colors.jar", RED)).generate();
        assertThat(copy()).hasContent(RED);

        module.typedef("Counter.spmtype", Module.TYPEDEF).generate();
        assertThat(copy()).doesNotExist();
    }

    @Test
    void aChangedLibraryChangesTheStamp() throws IOException {
        module.libraries(colors("colors.jar", RED)).generate();
        String before = module.stamp();

        colors("colors.jar", "enum Color { RED, GREEN };");

        assertThat(module.generate().changed()).isTrue();
        assertThat(module.stamp()).isNotEqualTo(before);
        assertThat(copy()).hasContent("enum Color { RED, GREEN };");
    }

    @Test
    void aLibraryThatChangesWhatIsNotImportedChangesNothing() throws IOException {
        module.libraries(colors("colors.jar", RED)).generate();

        jar("colors.jar", "META-INF/spmtype/" + COLORS, RED, "META-INF/spmtype/more.spmtype", GREEN);

        Outcome outcome = module.generate();
        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.summary()).hasValue("Nothing changed in 1 typedef.");
    }

    @Test
    void aLibraryThatComesOrGoesIsNoticed() throws IOException {
        Path red = colors("red.jar", RED);
        module.libraries(red).generate();

        assertThat(module.libraries(red, colors("green.jar", GREEN)).generate().findings())
                .hasSize(1);
        assertThat(module.libraries(red).generate().findings()).isEmpty();
        assertThat(module.libraries().generate().findings()).hasSize(1);
    }

    @Test
    void aLibrarysTypedefsAreReadWhenTheyAreNeeded() throws IOException {
        module.typedef("Counter.spmtype", Module.TYPEDEF).generate();
        module.generate();
        assertThat(module.resolved()).isZero();

        aModuleThatImports();
        module.libraries(colors("colors.jar", RED)).generate();
        assertThat(module.generate().summary()).hasValue("Nothing changed in 1 typedef.");
        assertThat(module.generate().summary()).hasValue("Nothing changed in 1 typedef.");
    }

    @Test
    void theTypedefsAreBesideTheClassesForOthersToImport() throws IOException {
        module.typedef("deep/Old.spmtype", Module.TYPEDEF).libraries(colors("colors.jar", RED));
        module.generate();
        assertThat(module.packed().resolve("deep/Old.spmtype")).hasContent(Module.TYPEDEF);
        assertThat(module.packed().resolve("Counter.spmtype")).exists();
        assertThat(module.packed().resolve(COLORS)).doesNotExist();

        module.delete("deep/Old.spmtype");
        module.generate();
        assertThat(module.packed().resolve("deep/Old.spmtype")).doesNotExist();
    }

    @Test
    void whatADeletedClassDirectoryHeldIsThereAgain() throws IOException {
        module.libraries(colors("colors.jar", RED)).generate();
        Path copy = module.packed().resolve("Counter.spmtype");
        Files.delete(copy);
        Files.delete(module.packed());

        assertThat(module.generate().changed()).isFalse();
        assertThat(copy).exists();
    }
}

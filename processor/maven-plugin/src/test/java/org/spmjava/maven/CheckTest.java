package org.spmjava.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told about typedefs. */
class CheckTest {

    @TempDir
    Path root;

    @Test
    void aMistakeHasItsPlaceAndATextWithoutThePlace() throws IOException {
        Module module = new Module(root).typedef("a/Counter.spmtype", Module.TYPEDEF.replace("<long>", "<lng>"));

        assertThat(module.check()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(module.typedefs().resolve("a/Counter.spmtype"));
            assertThat(finding.line()).isEqualTo(19);
            assertThat(finding.column()).isEqualTo(20);
            assertThat(finding.isError()).isTrue();
            assertThat(finding.text())
                    .startsWith("error [SPM-E203]: There is no type called `lng`.\n"
                            + "      number :: scalar<lng> = deferred;\n"
                            + "                       ^~~\n"
                            + "  why: ")
                    .endsWith("fix: Did you mean `long`?");
        });
    }

    @Test
    void allFilesAreCheckedInTheOrderOfTheirNames() throws IOException {
        Module module = new Module(root)
                .typedef("b.spmtype", "task<list> {")
                .typedef("a/c.spmtype", "task<list> {")
                .typedef("good.spmtype", Module.TYPEDEF)
                .typedef("notes.txt", "task<list> {");

        assertThat(module.check().stream().map(Finding::file).distinct())
                .containsExactly(
                        module.typedefs().resolve("a/c.spmtype"),
                        module.typedefs().resolve("b.spmtype"));
    }

    @Test
    void aFileThatIsNotTextIsAnErrorAtItsBeginning() throws IOException {
        Module module = new Module(root).typedef("Counter.spmtype", "");
        Files.write(
                module.typedefs().resolve("Counter.spmtype"), "task<list> { # ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(module.check()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.column()).isEqualTo(1);
            assertThat(finding.text()).startsWith("error: The typedef cannot be read: it is not UTF-8.\n  why: ");
        });
    }

    @Test
    void theSummaryCountsMistakesAndFiles() throws IOException {
        Module module = new Module(root)
                .typedef("one.spmtype", Module.TYPEDEF.replace("<long>", "<lng>"))
                .typedef("two.spmtype", Module.TYPEDEF.replace("<bool>", "<bol>"))
                .typedef("well.spmtype", Module.TYPEDEF);
        Outcome outcome = new Outcome(3, module.read().files(), module.check(), false);

        assertThat(Outcome.failure(List.of(outcome)))
                .hasValue("3 mistakes in 2 of 3 typedefs. Each is shown above, with its place and what to write"
                        + " instead.");
    }

    @Test
    void withoutAMistakeThereIsNoFailure() throws IOException {
        Module module = new Module(root).typedef("well.spmtype", Module.TYPEDEF);
        Outcome outcome = new Outcome(1, module.read().files(), module.check(), false);

        assertThat(Outcome.failure(List.of(outcome))).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereHoldsNothing() throws IOException {
        assertThat(new Module(root).read().isEmpty()).isTrue();
    }

    @Test
    void aLinkLeadsToTypedefsBelowTheDirectory() throws IOException {
        Module module = new Module(root).typedef("palettes/modern/Counter.spmtype", Module.TYPEDEF);
        Files.createSymbolicLink(
                module.typedefs().resolve("current"), module.typedefs().resolve("palettes/modern"));

        assertThat(module.read().typedefs())
                .extracting(Typedef::name)
                .containsExactly("current/Counter.spmtype", "palettes/modern/Counter.spmtype");
        assertThat(module.check()).isEmpty();
    }

    @Test
    void noLinkLeadsOutOfTheDirectory() throws IOException {
        Module module = new Module(root).typedef("Counter.spmtype", Module.TYPEDEF);
        Path elsewhere = Files.createDirectories(root.resolve("shared"));
        Files.writeString(elsewhere.resolve("secret.spmtype"), "not to be shown to anybody");
        Files.createSymbolicLink(module.typedefs().resolve("linked"), elsewhere);

        assertThat(module.check()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(module.typedefs().resolve("linked/secret.spmtype"));
            assertThat(finding.text())
                    .startsWith("error: The typedef cannot be read: it is a link that leads out of the typedef"
                            + " directory.\n  why: ");
        });
    }

    @Test
    void theDirectoryMayItselfBeALink() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("shared"));
        Files.writeString(elsewhere.resolve("Counter.spmtype"), Module.TYPEDEF);
        Module module = new Module(root);
        Files.createDirectories(module.typedefs().getParent());
        Files.createSymbolicLink(module.typedefs(), elsewhere);

        assertThat(module.check()).isEmpty();
        assertThat(module.read().size()).isEqualTo(1);
    }

    @Test
    void withoutLibrariesAnImportThatIsNowhereMayBeInOne() throws IOException {
        Module module = new Module(root)
                .typedef("shared/colors.spmtype", "enum Color { RED, RED };")
                .typedef(
                        "Counter.spmtype",
                        "import \"shared/colors.spmtype\"; import \"from/a/jar.spmtype\";\n" + Module.TYPEDEF);

        assertThat(module.read().checkAlone())
                .singleElement()
                .satisfies(finding -> assertThat(finding.file().toString()).endsWith("colors.spmtype"));
    }
}

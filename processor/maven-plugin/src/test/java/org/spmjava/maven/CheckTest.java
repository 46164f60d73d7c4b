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

        assertThat(module.read().check()).singleElement().satisfies(finding -> {
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

        assertThat(module.read().check().stream().map(Finding::file).distinct())
                .containsExactly(
                        module.typedefs().resolve("a/c.spmtype"),
                        module.typedefs().resolve("b.spmtype"));
    }

    @Test
    void aFileThatIsNotTextIsAnErrorAtItsBeginning() throws IOException {
        Module module = new Module(root).typedef("Counter.spmtype", "");
        Files.write(
                module.typedefs().resolve("Counter.spmtype"), "task<list> { # ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(module.read().check()).singleElement().satisfies(finding -> {
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
        Outcome outcome = new Outcome(module.read(), module.read().check(), true, false);

        assertThat(Outcome.failure(List.of(outcome)))
                .hasValue("3 mistakes in 2 of 3 typedefs. Each is shown above, with its place and what to write"
                        + " instead.");
    }

    @Test
    void withoutAMistakeThereIsNoFailure() throws IOException {
        Module module = new Module(root).typedef("well.spmtype", Module.TYPEDEF);
        Outcome outcome = new Outcome(module.read(), module.read().check(), true, false);

        assertThat(Outcome.failure(List.of(outcome))).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotThereHoldsNothing() throws IOException {
        assertThat(new Module(root).read().isEmpty()).isTrue();
    }

    @Test
    void aTypedefBehindALinkCounts() throws IOException {
        Module module = new Module(root);
        Path elsewhere = Files.createDirectories(root.resolve("shared"));
        Files.writeString(elsewhere.resolve("Counter.spmtype"), Module.TYPEDEF);
        Files.createDirectories(module.typedefs());
        Files.createSymbolicLink(module.typedefs().resolve("linked"), elsewhere);

        assertThat(module.read().typedefs()).extracting(Typedef::name).containsExactly("linked/Counter.spmtype");
    }

    @Test
    void importsAreFoundBesideTheTypedefAndLeftToJavacOtherwise() throws IOException {
        Module module = new Module(root)
                .typedef("shared/colors.spmtype", "enum Color { RED, RED };")
                .typedef(
                        "Counter.spmtype",
                        "import \"shared/colors.spmtype\"; import \"from/a/jar.spmtype\";\n" + Module.TYPEDEF);

        assertThat(module.read().check())
                .singleElement()
                .satisfies(finding -> assertThat(finding.file().toString()).endsWith("colors.spmtype"));
    }
}

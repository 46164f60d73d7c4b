package org.spmjava.statecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manual tells the truth, and all of it. */
class ManualTest {

    private static final Path MANUAL = Path.of("MANUAL.md");
    private static final Path PROGRAMS = Path.of("src", "test", "resources", "programs");
    private static final Pattern PROGRAM = Pattern.compile("programs/((SPM-S\\d{3}|right)-[\\w-]+)\\.java");
    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^\\*\\*(SPM-S\\d{3})\\*\\* \\((\\w+)\\) (.*)$");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAParagraphThatNamesItsSeverity(FindingCode code) throws IOException {
        assertThat(paragraphs())
                .filteredOn(paragraph -> paragraph.group(1).equals(code.id()))
                .singleElement()
                .satisfies(paragraph ->
                        assertThat(paragraph.group(2)).isEqualTo(code.severity().label()));
    }

    @Test
    void theParagraphsAreInTheOrderOfTheCodes() throws IOException {
        assertThat(paragraphs().stream().map(paragraph -> paragraph.group(1)))
                .isSorted()
                .hasSize(FindingCode.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void theParagraphNamesASmallProgramOfWhichThatIsSaid(FindingCode code) throws IOException {
        if (code == FindingCode.UNRESOLVED_CLASS || code == FindingCode.UNKNOWN_BOOTSTRAP) {
            return; // More than a source file: ClassPathTest has them.
        }
        String text = paragraphs().stream()
                .filter(paragraph -> paragraph.group(1).equals(code.id()))
                .findFirst()
                .orElseThrow()
                .group(3);
        List<String> named =
                PROGRAM.matcher(text).results().map(found -> found.group(1)).toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(PROGRAMS.resolve(name + ".txt")).content().contains("[" + code.id() + "]"));
    }

    @Test
    void everyProgramThatIsNamedIsThere() throws IOException {
        assertThat(PROGRAM.matcher(Files.readString(MANUAL)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(PROGRAMS.resolve(name + ".java")).exists());
    }

    @Test
    void theFindingThatIsExplainedIsSaid() throws IOException {
        String name = "SPM-S101-hub-method-through-a-helper";
        String said = new Program(directory).said(Files.readString(PROGRAMS.resolve(name + ".java")));
        assertThat(Files.readString(MANUAL)).contains("```text\n" + said + "```");
    }

    private static List<MatchResult> paragraphs() throws IOException {
        return PARAGRAPH.matcher(Files.readString(MANUAL)).results().toList();
    }
}

package org.spmjava.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sources: small files, said what for, nothing left undone. */
class SourceTest {

    private static final int LONGEST_FILE = 500;

    // Each pattern is written so that it does not match itself.
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TOD[O]|FIXM[E]|XX[X])\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@Disable[d]\\b");
    private static final Pattern SLEEP = Pattern.compile("\\b(Thread|[A-Z]+SECONDS|SECONDS)\\s*\\.\\s*slee[p]\\(");
    private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\s*\\.\\s*ou[t]\\b");

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(Repository.javaSources().stream().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(Repository.ROOT.resolve(folder).resolve("package-info.java"))
                        .content()
                        .contains("/**"));
    }

    @Test
    void noFileIsLongerThanAReaderIsPatient() {
        assertThat(Repository.sources(".java", ".g4"))
                .allSatisfy(file -> assertThat(Repository.text(file).lines().count())
                        .as("lines of " + file)
                        .isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void nothingIsLeftUndone() {
        assertNone(Repository.sources(".java", ".g4", ".sh", ".xml", ".properties"), LEFT_UNDONE);
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNone(Repository.javaSources(), SWITCHED_OFF);
    }

    @Test
    void nothingSleepsInsteadOfAwaitingACondition() {
        assertNone(Repository.javaSources(), SLEEP);
    }

    @Test
    void onlyExamplesAndTestsWriteToTheConsole() {
        List<Path> sources = Repository.javaSources().stream()
                .filter(file -> !file.startsWith("examples") && !file.startsWith("tests"))
                .filter(file -> Repository.slashed(file).contains("src/main/"))
                .toList();
        assertNone(sources, CONSOLE);
    }

    private static void assertNone(List<Path> files, Pattern pattern) {
        assertThat(files).as("files to look at").isNotEmpty();
        assertThat(Repository.linesOf(files, line -> pattern.matcher(line).find()))
                .isEmpty();
    }
}

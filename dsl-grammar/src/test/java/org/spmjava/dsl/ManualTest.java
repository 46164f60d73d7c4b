package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.format.TypedefFormatter;
import org.spmjava.dsl.model.Head;
import org.spmjava.dsl.model.State;
import org.spmjava.dsl.model.ValueType;

/**
 * The manual tells the truth, and all of it. Its section of diagnostics is made of the goldens: after a deliberate
 * change of texts, run with {@code -Dspm.goldens=write}.
 */
class ManualTest {

    private static final Path MANUAL = Path.of("MANUAL.md");
    private static final String LAST_SECTION = "One example of each, written by the test that checks this page.\n";
    private static final Pattern EXAMPLE = Pattern.compile("```spmtype\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LAID_OUT =
            Pattern.compile("```text\n([^`]*)```\n\nit is laid out so.*?```spmtype\n(.*?)```", Pattern.DOTALL);

    static Stream<String> examples() {
        return EXAMPLE.matcher(Typedefs.read(MANUAL)).results().map(result -> result.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsATypedef(String example) {
        Compilation compilation = TypedefCompiler.compile(Typedefs.text(example), Typedefs.goldenSources());

        assertThat(DiagnosticRenderer.render(compilation.diagnostics())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsInItsLayout(String example) {
        assertThat(TypedefFormatter.format(Typedefs.text(example)).text()).contains(example);
    }

    @Test
    void theExampleOfALayoutIsWhatTheFormatterMakesOfTheOneBeforeIt() {
        Matcher matcher = LAID_OUT.matcher(Typedefs.read(MANUAL));

        assertThat(matcher.find()).isTrue();
        assertThat(TypedefFormatter.format(Typedefs.text(matcher.group(1))).text())
                .contains(matcher.group(2));
    }

    @Test
    void everyWordOfTheLanguageIsThere() {
        String manual = Typedefs.read(MANUAL);

        assertThat(Stream.of(ValueType.values()).map(ValueType::keyword))
                .allMatch(word -> manual.contains("`" + word + "`"));
        assertThat(Stream.of(Head.values()).map(Head::keyword)).allMatch(word -> manual.contains("`" + word + "`"));
        assertThat(Stream.of(State.values()).map(State::keyword)).allMatch(word -> manual.contains("`@" + word + "`"));
    }

    @Test
    void theDiagnosticsAreThoseOfTheGoldens() throws IOException {
        String manual = Typedefs.read(MANUAL);
        String before = manual.substring(0, manual.indexOf(LAST_SECTION) + LAST_SECTION.length());
        StringBuilder expected = new StringBuilder(before);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            expected.append('\n').append(paragraph(code)).append('\n');
        }
        if ("write".equals(System.getProperty("spm.goldens"))) {
            Files.writeString(MANUAL, expected);
        }

        assertThat(Typedefs.read(MANUAL)).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAParagraph(DiagnosticCode code) {
        assertThat(Typedefs.read(MANUAL)).contains("\n**" + code.id() + "** ");
    }

    /** Of the code's first golden, the last report: one golden shows fifty of another code before it. */
    private static String paragraph(DiagnosticCode code) throws IOException {
        try (Stream<Path> files = Files.list(Typedefs.GOLDENS)) {
            Path golden = files.filter(file -> file.getFileName().toString().startsWith(code.id() + "-"))
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            String text = Typedefs.read(golden);
            return "**" + code.id() + "** " + last(text, "error \\[" + code.id() + "\\]: (.*)") + " "
                    + last(text, "  why: (.*)") + " " + last(text, "  fix: (.*)");
        }
    }

    private static String last(String text, String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text).results().toList();
        return found.get(found.size() - 1).group(1);
    }
}

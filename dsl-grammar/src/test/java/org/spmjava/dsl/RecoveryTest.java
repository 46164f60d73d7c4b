package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spmjava.dsl.diagnostic.DiagnosticCode.*;

import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.dsl.diagnostic.Diagnostic;

/** One mistake is one report, and the next mistake is found all the same. */
class RecoveryTest {

    private static final Pattern TOKEN = Pattern.compile("\\w+|::|[<>{}=;,]");
    private static final String GOOD = Typedefs.shellList().text();
    private static final List<String> WITHOUT_COMMENTS =
            List.of(GOOD.replaceAll(" *#.*", ""), Typedefs.primes().text());

    @Test
    void aMissingSemicolonIsOneError() {
        for (int at = GOOD.indexOf("= "); at >= 0; at = GOOD.indexOf("= ", at + 1)) {
            int semicolon = GOOD.indexOf(';', at);
            assertThat(Typedefs.codes(GOOD.substring(0, semicolon) + GOOD.substring(semicolon + 1)))
                    .containsExactly(MISSING_SEMICOLON);
        }
    }

    @Test
    void anyTokenLeftOutIsAtMostOneError() {
        SoftAssertions.assertSoftly(softly -> WITHOUT_COMMENTS.forEach(text -> {
            TOKEN.matcher(text).results().forEach(token -> {
                String damaged = text.substring(0, token.start()) + " " + text.substring(token.end());
                softly.assertThat(Typedefs.codes(damaged)).as(damaged).hasSizeLessThanOrEqualTo(1);
            });
        }));
    }

    @Test
    void anyTokenWrittenTwiceIsOneError() {
        SoftAssertions.assertSoftly(softly -> WITHOUT_COMMENTS.forEach(text -> {
            TOKEN.matcher(text).results().forEach(token -> {
                String damaged = text.substring(0, token.end()) + " " + text.substring(token.start());
                softly.assertThat(Typedefs.codes(damaged)).as(damaged).hasSize(1);
            });
        }));
    }

    @Test
    void twoMissingSemicolonsAreTwoErrors() {
        assertThat(Typedefs.codes(GOOD.replace("relaunchPre = None;", "relaunchPre = None")
                        .replace("relaunchPost = None;", "relaunchPost = None")))
                .containsExactly(MISSING_SEMICOLON, MISSING_SEMICOLON);
    }

    @Test
    void fiveMistakesAreFiveErrorsInSourceOrder() {
        String text = GOOD.replace("stringSnippet", "stringSnipet")
                .replace("relaunchPost = None;", "relaunchPost = None")
                .replace("scalar<auto> whoAmI", "scaler<auto> whoAmI")
                .replace("scalar<record> returnValue = None", "scalar<record> returnValue = Nome")
                .replace("# non-SPM component ...", "scalar<int> class = None;");
        List<Diagnostic> diagnostics =
                TypedefCompiler.compile(Typedefs.text(text)).diagnostics();

        assertThat(diagnostics)
                .extracting(Diagnostic::code)
                .containsExactly(UNKNOWN_TYPE, MISSING_SEMICOLON, UNKNOWN_CONTAINER, UNKNOWN_INITIALIZER, JAVA_KEYWORD);
        assertThat(diagnostics).extracting(Diagnostic::line).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void fiveMistakesOfSyntaxAreFiveErrors() {
        String text = GOOD.replace("scalar<stringSnippet> label", "scalar<stringSnippet label")
                .replace("> apiArgs = deferred", "> apiArgs")
                .replace("scalar<bool> relaunchPre", "relaunchPre")
                .replace("nameHost = None;", "nameHost = None")
                .replace("# non-SPM component ...", "scalar<int> n = $$;\n");

        assertThat(Typedefs.codes(text))
                .containsExactly(
                        MISSING_SYMBOL, MISSING_INITIALIZER, MISSING_TYPE, MISSING_SEMICOLON, UNEXPECTED_CHARACTER);
    }

    @Test
    void neighbouringMistakesAreReportedEach() {
        assertThat(Typedefs.codes(GOOD.replace("# non-SPM component ...", "foo bar baz;\n  qux quux corge;\n  = 5;")))
                .containsExactly(UNEXPECTED_TEXT, UNEXPECTED_TEXT, UNEXPECTED_TEXT);
    }

    @Test
    void mistakesInTwoTasksAreReportedEach() {
        String bad = GOOD.replace("scalar<timeout>", "scalar<timeot>");

        assertThat(Typedefs.codes(bad + bad.replace("<list>", "<template>")))
                .containsExactly(UNKNOWN_TYPE, UNKNOWN_TYPE);
    }

    @Test
    void aMisspeltFieldIsNotMissingAsWell() {
        assertThat(Typedefs.codes(GOOD.replace("label", "lable"))).containsExactly(UNKNOWN_FIELD);
        assertThat(Typedefs.codes(GOOD.replace("api =", "apo ="))).containsExactly(UNKNOWN_FIELD);
        assertThat(Typedefs.codes(GOOD.replace("apiArgs", "apiArg"))).containsExactly(UNKNOWN_FIELD);
    }

    @Test
    void aMisspeltStructIsNotMissingAsWell() {
        assertThat(Typedefs.codes(GOOD.replace("struct stat", "struct stats"))).containsExactly(UNKNOWN_STRUCT);
        assertThat(Typedefs.codes(GOOD.replace("struct spm", "struct smp"))).containsExactly(UNKNOWN_STRUCT);
    }

    @Test
    void aDamagedFieldHidesNothingElsewhere() {
        String text = GOOD.replace("scalar<auto> exception", "exception")
                .replace("      scalar<timeout> timeout = deferred;\n", "");

        assertThat(Typedefs.codes(text)).containsExactly(MISSING_FIELD, MISSING_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$", "$ $ $", "$\n$\n", "@", "\u0000", "\uD800", "{", "}", ";", "task", "task<", "<", "\"", "'"})
    void aTextOfOneSymbolIsAnError(String text) {
        assertThat(TypedefCompiler.compile(Typedefs.text(text)).hasErrors()).isTrue();
        assertThat(TypedefCompiler.compile(Typedefs.text(text.repeat(1000))).hasErrors())
                .isTrue();
    }

    @Test
    void aRunOfUnknownCharactersIsOneError() {
        assertThat(Typedefs.codes("$".repeat(1000))).containsExactly(UNEXPECTED_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "struct a {", "scalar<", "task<list>{", "a :: struct {", "task<"})
    void deepNestingIsOneErrorAndNoOverflow(String opening) {
        assertThat(Typedefs.codes("task<list> {\n" + opening.repeat(10_000))).containsExactly(NESTING_TOO_DEEP);
    }

    @Test
    void manyUnclosedAngleBracketsAreNotDeepNesting() {
        String line = "  scalar<int x = None;\n";

        assertThat(Typedefs.codes("task<list> {\n" + line.repeat(70) + "};\n")).doesNotContain(NESTING_TOO_DEEP);
    }

    @Test
    void anEmptyTextIsAnEmptyFile() {
        assertThat(Typedefs.codes("")).containsExactly(EMPTY_FILE);
        assertThat(Typedefs.codes("\n\n")).containsExactly(EMPTY_FILE);
    }

    @Test
    void aNewTaskEndsWhateverWasOpen() {
        String cut = GOOD.substring(0, GOOD.indexOf("struct core"));

        assertThat(Typedefs.codes(cut + GOOD)).containsExactly(UNCLOSED_BRACE);
        assertThat(Typedefs.codes(cut)).containsExactly(UNCLOSED_BRACE);
    }
}

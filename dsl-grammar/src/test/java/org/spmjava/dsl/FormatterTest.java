package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.format.Formatting;
import org.spmjava.dsl.format.TypedefFormatter;
import org.spmjava.dsl.model.EnumType;
import org.spmjava.dsl.model.Field;
import org.spmjava.dsl.model.StructType;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.TypeDefinition;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.TypedefSources;
import org.spmjava.dsl.syntax.SyntaxAnalysis;

/**
 * The one layout: what it looks like, and that it changes nothing else. After a change on purpose, run with
 * {@code -Dspm.goldens=write} and read the difference.
 */
class FormatterTest {

    private static final Path GOLDENS = Path.of("src/test/resources/format");
    private static final Pattern COMMENT = Pattern.compile("#.*");

    static Stream<Path> ugly() throws IOException {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files.filter(file -> file.toString().endsWith(".spmtype")).sorted().toList().stream();
        }
    }

    static Stream<String> texts() {
        Stream<Path> models = Stream.of("shell-list", "primes").map(name -> Typedefs.MODELS.resolve(name + ".spmtype"));
        return Stream.of(models, Typedefs.goldenInputs().stream())
                .flatMap(Function.identity())
                .map(Typedefs::read);
    }

    @ParameterizedTest
    @MethodSource("ugly")
    void anUglyTextLooksAsItsGoldenSays(Path input) throws IOException {
        String name = input.getFileName().toString().replace(".spmtype", ".formatted");
        Path golden = input.resolveSibling(name);
        String formatted = format(Typedefs.read(input));
        if ("write".equals(System.getProperty("spm.goldens"))) {
            Files.writeString(golden, formatted);
        }

        assertThat(formatted).isEqualTo(Typedefs.read(golden));
        checkUnchangedButForSpace(Typedefs.read(input), TypedefSources.NONE);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whateverHasASyntaxKeepsItsMeaning(String text) {
        if (TypedefFormatter.format(Typedefs.text(text)).text().isPresent()) {
            checkUnchangedButForSpace(text, Typedefs.goldenSources());
        }
    }

    @Test
    void whatIsDrawnByChanceKeepsItsMeaning() {
        for (int seed = 0; seed < 3_000; seed++) {
            RandomTypedef drawn = new RandomTypedef(seed);
            checkUnchangedButForSpace(drawn.text(), Typedefs.sources(drawn.imported()));
        }
    }

    /** Wherever there may be white space, there is, and of every kind. */
    @Test
    void spacesDoNotCount() {
        String tight = Typedefs.with("scalar<int> n = 3; m :: dict<string,int> = None;");
        String layout = format(tight);
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            String spaced = Pattern.compile(" +|\n *|(?=[<>;,=@}])")
                    .matcher(tight)
                    .replaceAll(gap -> Stream.of(" ", "\t", "\f ", "\r\n", "\r", "\uFEFF ", gap.group())
                            .skip(random.nextInt(7))
                            .findFirst()
                            .orElseThrow()
                            .concat(gap.group().isEmpty() ? "" : " "));

            // A blank line is kept, and two line ends in a row are one.
            assertThat(format(spaced).replace("\n\n", "\n")).as("seed %d", seed).isEqualTo(layout);
        }
    }

    @Test
    void aCommentAtAnyPlaceIsKept() {
        String text = "import \"x\"; @Hub @Offline task<list><struct spm{a :: struct<>;}, n::dict<int,E> = 3>"
                + "enum E{A,B}; F :: enum<C,>; struct S{scalar<int>a=\"}\";@Self b::list<S>=None;}";
        List<MatchResult> tokens = Pattern.compile("\"[^\"]*\"|\\w+|::|[^\\s\\w]")
                .matcher(text)
                .results()
                .toList();
        for (MatchResult token : tokens) {
            for (String comment : List.of(" # c\n", "\n# c\n", "\n\n\n #c\n\n\n#d  \n", "#\r\n")) {
                String commented = text.substring(0, token.end()) + comment + text.substring(token.end());
                checkUnchangedButForSpace(commented, TypedefSources.NONE);
                checkUnchangedButForSpace("# at the start" + comment + commented + comment, TypedefSources.NONE);
            }
        }
    }

    @Test
    void aTextWithMistakesOfSyntaxIsExplainedAndNotTouched() {
        Formatting formatting = TypedefFormatter.format(Typedefs.text(Typedefs.with("scalar<int> n = 3")));

        assertThat(formatting.text()).isEmpty();
        assertThat(formatting.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.MISSING_SEMICOLON);
    }

    @Test
    void unknownWordsAreLaidOutAllTheSame() {
        assertThat(format("import \"nowhere\";struct S{vector<Nothing>default=nil;}"))
                .isEqualTo("import \"nowhere\";\nstruct S {\n  vector<Nothing> default = nil;\n}\n");
    }

    @Test
    void aLayoutThatCouldNotBeReadBackIsNotMade() {
        String field = "a::b<c>=d;";
        String text = "struct S{" + field.repeat(SyntaxAnalysis.LARGEST_FILE / field.length() - 1) + "}";

        assertThat(TypedefFormatter.format(Typedefs.text(text)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.FILE_TOO_LARGE);
    }

    @Test
    void aWordThatIsTooLongForAColumnSticksOut() {
        assertThat(format("struct S{scalar<%s>a=None;scalar<int>b=None;}".formatted("T".repeat(40))))
                .isEqualTo(
                        "struct S {\n  scalar<%s> a = None;\n  scalar<int> b = None;\n}\n".formatted("T".repeat(40)));
    }

    @Test
    void aFormattingHasATextOrAReason() {
        assertThatThrownBy(() -> new Formatting(Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String format(String text) {
        Formatting formatting = TypedefFormatter.format(Typedefs.text(text));
        return formatting
                .text()
                .orElseThrow(() -> new AssertionError(DiagnosticRenderer.render(formatting.diagnostics())));
    }

    private static void checkUnchangedButForSpace(String text, TypedefSources imports) {
        String formatted = format(text);

        assertThat(format(formatted)).as("formatted twice").isEqualTo(formatted);
        assertThat(formatted.replaceAll("[\\s\uFEFF]+", ""))
                .as("the characters of%n%s", text)
                .isEqualTo(text.replaceAll("[\\s\uFEFF]+", ""));
        assertThat(comments(formatted)).isEqualTo(comments(text));
        assertThat(formatted)
                .endsWith("\n")
                .doesNotEndWith("\n\n")
                .doesNotStartWith("\n")
                .doesNotContain("\n\n\n", "\r", "{\n\n", " \n", "\t\n");
        assertThat(meaning(formatted, imports))
                .as("%s%n=>%n%s", text, formatted)
                .isEqualTo(meaning(text, imports));
    }

    /** The comments, in their order; `#` may stand in a string. */
    private static List<String> comments(String text) {
        return COMMENT.matcher(text.replaceAll("\"(\\\\.|[^\"\\\\\r\n])*\"(?=[^#\r\n]*[;,>\r\n])", "\"\""))
                .results()
                .map(comment -> comment.group().stripTrailing())
                .toList();
    }

    /** What a typedef means, with its documentation, without its places; or what is wrong with it, likewise. */
    private static List<String> meaning(String text, TypedefSources imports) {
        Compilation compilation = TypedefCompiler.compile(Typedefs.text(text), imports);
        return compilation
                .file()
                .map(FormatterTest::meaning)
                .orElseGet(() -> compilation.diagnostics().stream()
                        .map(diagnostic -> diagnostic.code() + diagnostic.message() + diagnostic.hint())
                        .sorted()
                        .toList());
    }

    private static List<String> meaning(TypedefFile file) {
        return file.tasks().stream()
                .flatMap(task -> Stream.of(
                        Stream.of(task.fingerprint() + " " + task.documentation()),
                        documentation(task),
                        task.types().stream().flatMap(FormatterTest::documentation)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> documentation(TaskType task) {
        return Stream.of(task.meta().fields(), task.core().fields(), task.stat().fields(), task.fields())
                .flatMap(List::stream)
                .map(Field::documentation)
                .map(Object::toString);
    }

    private static Stream<String> documentation(TypeDefinition type) {
        Stream<?> parts = type instanceof EnumType known
                ? known.constants().stream().map(EnumType.Constant::documentation)
                : ((StructType) type).fields().stream().map(Field::documentation);
        return Stream.concat(Stream.of(type.documentation()), parts).map(Object::toString);
    }
}

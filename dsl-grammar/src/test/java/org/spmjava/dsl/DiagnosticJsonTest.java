package org.spmjava.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticJson;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.diagnostic.Related;
import org.spmjava.dsl.diagnostic.Severity;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/**
 * What programs are told: exactly the data of the diagnostic, and the same as people are told. After a change on
 * purpose, run with {@code -Dspm.goldens=write}.
 */
class DiagnosticJsonTest {

    private static final Path GOLDENS = Path.of("src/test/resources/json");
    private static final Pattern PLAIN = Pattern.compile(
            "^(.*):(\\d+):(\\d+): (error|warning) \\[(SPM-\\w+)]: (.*)\n.*\n.*\n  why: (.*)(?:\n  fix: (.*))?((?:\n[^\n].*)*)",
            Pattern.MULTILINE);
    private static final Pattern NOTE = Pattern.compile("^.*:(\\d+):(\\d+): note: (.*)$", Pattern.MULTILINE);

    static Stream<Path> goldenInputs() {
        return Typedefs.goldenInputs().stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPM-E103-too-many-errors",
                "SPM-E108-unclosed-brace",
                "SPM-E203-unknown-type",
                "SPM-E216-unknown-escape",
                "SPM-E604-import-cycle"
            })
    void aDiagnosticIsWrittenAsItsGoldenSays(String name) throws IOException {
        String json = DiagnosticJson.render(diagnostics(Typedefs.GOLDENS.resolve(name + ".spmtype")));
        Path golden = GOLDENS.resolve(name + ".jsonl");
        if ("write".equals(System.getProperty("spm.goldens"))) {
            Files.writeString(golden, json);
        }

        assertThat(json).isEqualTo(Typedefs.read(golden));
    }

    @ParameterizedTest
    @MethodSource("goldenInputs")
    void whatIsReadBackIsTheDiagnostic(Path input) {
        List<Diagnostic> diagnostics = diagnostics(input);
        List<JsonObject> objects = objects(DiagnosticJson.render(diagnostics));

        assertThat(objects).hasSameSizeAs(diagnostics);
        for (int i = 0; i < objects.size(); i++) {
            check(objects.get(i), diagnostics.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("goldenInputs")
    void peopleAndProgramsAreToldTheSame(Path input) {
        List<Diagnostic> diagnostics = diagnostics(input);
        List<JsonObject> objects = objects(DiagnosticJson.render(diagnostics));
        List<MatchResult> plain =
                PLAIN.matcher(DiagnosticRenderer.render(diagnostics)).results().toList();

        assertThat(plain).hasSameSizeAs(objects);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(told(plain.get(i))).isEqualTo(told(objects.get(i)));
        }
    }

    @Test
    void theExampleOfTheManualIsWhatIsWritten() {
        String example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Typedefs.read(Path.of("MANUAL.md")))
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
        JsonObject shown = JsonParser.parseString(example).getAsJsonObject();
        JsonObject written = objects(Typedefs.read(GOLDENS.resolve("SPM-E203-unknown-type.jsonl")))
                .get(0);
        String shortened = shown.remove("why").getAsString().replace("…", "");

        assertThat(written.remove("why").getAsString()).startsWith(shortened);
        assertThat(shown).isEqualTo(written);
    }

    @Test
    void whatStandsInTheSourceBreaksNoLineAndNoText() {
        SourceText source = new SourceText("a\n\u001B[31m\uD800.spmtype", "\"\u2028\uD83D\uDE00\uDC00\n</script>");
        Diagnostic diagnostic =
                Diagnostic.error(DiagnosticCode.UNEXPECTED_CHARACTER, source, new Span(2, 4), source.text());
        String json = DiagnosticJson.render(diagnostic);

        assertThat(json).hasLineCount(1).endsWith("}\n");
        JsonObject object = objects(json).get(0);
        assertThat(object.get("file").getAsString()).isEqualTo("a\uFFFD\uFFFD[31m\uFFFD.spmtype");
        assertThat(object.get("message").getAsString())
                .startsWith("`\"\uFFFD\uD83D\uDE00\uFFFD\uFFFD</script>` means nothing");
        assertThat(object.getAsJsonObject("range")).hasToString(range(1, 3, 1, 4));
    }

    @Test
    void withoutAdviceThereIsNoFix() {
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticCode.EMPTY_FILE,
                Severity.WARNING,
                Typedefs.text(""),
                Span.at(0),
                List.of(),
                List.of(),
                Optional.empty());
        JsonObject object = objects(DiagnosticJson.render(diagnostic)).get(0);

        assertThat(object.keySet()).containsExactly("code", "severity", "file", "range", "message", "why", "notes");
        assertThat(object.get("severity").getAsString()).isEqualTo("warning");
    }

    @Test
    void nothingIsNoLine() {
        assertThat(DiagnosticJson.render(List.of())).isEmpty();
    }

    private static void check(JsonObject object, Diagnostic diagnostic) {
        SourceText source = diagnostic.source();
        assertThat(object.keySet())
                .containsExactly("code", "severity", "file", "range", "message", "why", "fix", "notes");
        assertThat(object.get("code").getAsString()).isEqualTo(diagnostic.code().id());
        assertThat(object.get("severity").getAsString()).isEqualTo("error");
        assertThat(object.get("file").getAsString()).isEqualTo(source.name());
        assertThat(object.getAsJsonObject("range")).hasToString(range(source, diagnostic.span()));
        assertThat(object.get("message").getAsString()).isEqualTo(diagnostic.message());
        assertThat(object.get("why").getAsString()).isEqualTo(diagnostic.reason());
        assertThat(object.get("fix").getAsString()).isEqualTo(diagnostic.hint().orElseThrow());
        List<JsonElement> notes = object.getAsJsonArray("notes").asList();
        assertThat(notes).hasSameSizeAs(diagnostic.related());
        for (int i = 0; i < notes.size(); i++) {
            Related related = diagnostic.related().get(i);
            JsonObject note = notes.get(i).getAsJsonObject();
            assertThat(note.keySet()).containsExactly("range", "message");
            assertThat(note.getAsJsonObject("range")).hasToString(range(source, related.span()));
            assertThat(note.get("message").getAsString()).isEqualTo(related.message());
        }
    }

    private static List<String> told(MatchResult plain) {
        List<String> told = new ArrayList<>(
                List.of(plain.group(5), plain.group(4), plain.group(1), plain.group(2), plain.group(3)));
        told.addAll(List.of(plain.group(6), plain.group(7), plain.group(8)));
        NOTE.matcher(plain.group(9))
                .results()
                .forEach(note -> told.addAll(List.of(note.group(1), note.group(2), note.group(3))));
        return told;
    }

    private static List<String> told(JsonObject object) {
        List<String> told = new ArrayList<>();
        Stream.of("code", "severity", "file")
                .forEach(name -> told.add(object.get(name).getAsString()));
        addStart(object, told);
        Stream.of("message", "why", "fix")
                .forEach(name -> told.add(object.get(name).getAsString()));
        object.getAsJsonArray("notes").forEach(note -> {
            addStart(note.getAsJsonObject(), told);
            told.add(note.getAsJsonObject().get("message").getAsString());
        });
        return told;
    }

    private static void addStart(JsonObject object, List<String> told) {
        JsonObject start = object.getAsJsonObject("range").getAsJsonObject("start");
        told.add(start.get("line").getAsString());
        told.add(start.get("column").getAsString());
    }

    private static String range(SourceText source, Span span) {
        return range(
                source.line(span.start()),
                source.column(span.start()),
                source.line(span.end()),
                source.column(span.end()));
    }

    private static String range(int startLine, int startColumn, int endLine, int endColumn) {
        return "{\"start\":{\"line\":%d,\"column\":%d},\"end\":{\"line\":%d,\"column\":%d}}"
                .formatted(startLine, startColumn, endLine, endColumn);
    }

    private static List<JsonObject> objects(String lines) {
        return lines.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static List<Diagnostic> diagnostics(Path input) {
        return TypedefCompiler.compile(Typedefs.source(input), Typedefs.goldenSources())
                .diagnostics();
    }
}

package org.spmjava.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.Compilation;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticJson;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.format.Formatting;
import org.spmjava.dsl.format.TypedefFormatter;
import org.spmjava.dsl.model.TaskType;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** What holds for every text. Jazzer calls this class, in a process of its own. */
public final class TypedefFuzzer {

    /** One file that is well, and two that import each other. */
    private static final TypedefSources IMPORTS = name -> switch (name) {
        case "common.spmtype" ->
            Optional.of(new SourceText(name, "enum Color { RED, GREEN }; struct P { scalar<Color> c = RED; };"));
        case "a.spmtype" -> Optional.of(new SourceText(name, "import \"b.spmtype\";"));
        case "b.spmtype" -> Optional.of(new SourceText(name, "import \"a.spmtype\";"));
        default -> Optional.empty();
    };

    private TypedefFuzzer() {}

    /** Called by Jazzer with one input after the other; what is thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
    }

    static void check(String text) {
        Compilation compilation = compile(text);
        hold(compilation.file().isPresent() != compilation.hasErrors(), "a model or an error");
        checkDiagnostics(compilation.diagnostics());
        checkGuess(text, compilation);
        checkFormat(text, compilation);
        compilation.file().ifPresent(file -> file.tasks().forEach(TypedefFuzzer::checkCanonicalText));
    }

    private static void checkDiagnostics(List<Diagnostic> diagnostics) {
        int lines = 0;
        for (Diagnostic diagnostic : diagnostics) {
            SourceText source = diagnostic.source();
            hold(diagnostic.span().end() <= source.text().length(), "the span lies in the text");
            hold(diagnostic.line() <= source.lineCount(), "the line is there");
            hold(DiagnosticRenderer.render(diagnostic).contains("\n  why: "), "people are told why");
            lines++;
        }
        hold(DiagnosticJson.render(diagnostics).lines().count() == lines, "a line of JSON each");
    }

    private static void checkGuess(String text, Compilation compilation) {
        Optional<TypedefFile> guess = TypedefCompiler.guess(source(text), IMPORTS);
        hold(compilation.hasErrors() || guess.equals(compilation.file()), "what compiles means what it says");
        guess.ifPresent(file -> file.tasks().forEach(TypedefFuzzer::checkCanonicalText));
    }

    private static void checkFormat(String text, Compilation compilation) {
        Formatting formatting = TypedefFormatter.format(source(text));
        hold(formatting.text().isPresent() || compilation.hasErrors(), "what compiles is laid out");
        formatting.text().ifPresent(formatted -> {
            hold(format(formatted).equals(formatted), "what is laid out is left as it is");
            hold(withoutSpace(formatted).equals(withoutSpace(text)), "space alone changes");
            Compilation again = compile(formatted);
            hold(meaning(again).equals(meaning(compilation)), "the meaning stays");
        });
    }

    private static void checkCanonicalText(TaskType task) {
        Compilation again = compile(task.canonicalText());
        hold(
                again.file()
                        .filter(file -> file.tasks().size() == 1)
                        .filter(file -> file.tasks().get(0).canonicalText().equals(task.canonicalText()))
                        .isPresent(),
                "the canonical text means the same");
    }

    /** The fingerprints and what documents the tasks, or the codes of the mistakes. */
    private static List<?> meaning(Compilation compilation) {
        return compilation
                .file()
                .<List<?>>map(file -> file.tasks().stream()
                        .map(task -> task.fingerprint() + " " + task.documentation())
                        .toList())
                .orElseGet(() -> compilation.diagnostics().stream()
                        .<DiagnosticCode>map(Diagnostic::code)
                        .toList());
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\uFEFF]+", "");
    }

    private static Compilation compile(String text) {
        return TypedefCompiler.compile(source(text), IMPORTS);
    }

    private static String format(String text) {
        return TypedefFormatter.format(source(text)).text().orElse("");
    }

    private static SourceText source(String text) {
        return new SourceText("fuzz.spmtype", text);
    }

    private static void hold(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("does not hold: " + what);
        }
    }
}

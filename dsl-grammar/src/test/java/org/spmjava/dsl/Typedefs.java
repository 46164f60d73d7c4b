package org.spmjava.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** The texts that tests share. */
final class Typedefs {

    static final Path GOLDENS = Path.of("src/test/resources/diagnostics");
    static final Path MODELS = Path.of("src/test/resources/typedefs");

    private Typedefs() {}

    static SourceText source(Path file) {
        return new SourceText(file.getFileName().toString(), read(file));
    }

    static SourceText shellList() {
        return source(MODELS.resolve("shell-list.spmtype"));
    }

    static SourceText primes() {
        return source(MODELS.resolve("primes.spmtype"));
    }

    /** The least that a task has, and beside it {@code fields}. */
    static String with(String fields) {
        return """
                task<list> {
                  struct spm {
                    struct meta {
                      scalar<stringSnippet> label = deferred;
                      scalar<module> module = deferred;
                      scalar<timeout> timeout = deferred;
                    };
                    struct core { };
                    struct stat { };
                  };
                  %s
                };
                """.formatted(fields);
    }

    static SourceText text(String text) {
        return new SourceText("test.spmtype", text);
    }

    /** Files to import: by their names, the texts. */
    static TypedefSources sources(Map<String, String> texts) {
        return new TypedefSources() {
            @Override
            public Optional<SourceText> find(String name) {
                return Optional.ofNullable(texts.get(name)).map(text -> new SourceText(name, text));
            }

            @Override
            public List<String> names() {
                return texts.keySet().stream().sorted().toList();
            }
        };
    }

    /** What the goldens import: one that is well, and two that import each other. */
    static TypedefSources goldenSources() {
        return sources(Map.of(
                "common.spmtype",
                "enum Color { RED, GREEN };",
                "a.spmtype",
                "import \"b.spmtype\";",
                "b.spmtype",
                "import \"a.spmtype\";"));
    }

    static List<Path> goldenInputs() {
        try (Stream<Path> files = Files.list(GOLDENS)) {
            return files.filter(file -> file.toString().endsWith(".spmtype"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model of a text that has no mistakes. */
    static TypedefFile model(SourceText source) {
        Compilation compilation = TypedefCompiler.compile(source);
        return compilation
                .file()
                .orElseThrow(() -> new AssertionError(DiagnosticRenderer.render(compilation.diagnostics())));
    }

    static List<DiagnosticCode> codes(String text) {
        return TypedefCompiler.compile(text(text)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }
}

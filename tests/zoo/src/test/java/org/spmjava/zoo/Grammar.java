package org.spmjava.zoo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticRenderer;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** What the language says of a program's typedefs. */
final class Grammar {

    private Grammar() {}

    /** Of those that the program's Java names, and of those that they import. */
    static List<Report> reports(Program program) {
        TypedefSources roots = new Root(program);
        return program.namedTypedefs().stream()
                .flatMap(name -> roots.find(name).stream())
                .flatMap(source -> TypedefCompiler.compile(source, roots).diagnostics().stream())
                .map(Grammar::report)
                .distinct()
                .toList();
    }

    private static Report report(Diagnostic diagnostic) {
        Place place = new Place(diagnostic.source().name(), diagnostic.line());
        return new Report(Stage.GRAMMAR, place, DiagnosticRenderer.render(diagnostic));
    }

    private record Root(Program program) implements TypedefSources {

        @Override
        public Optional<SourceText> find(String name) {
            Path file = program.folder().resolve(name);
            return Files.isRegularFile(file) ? Optional.of(new SourceText(name, Program.read(file))) : Optional.empty();
        }

        @Override
        public List<String> names() {
            return program.typedefs().stream()
                    .map(file -> program.folder().relativize(file).toString())
                    .toList();
        }
    }
}

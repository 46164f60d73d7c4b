package org.spmjava.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.spmjava.dsl.Compilation;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;

/** The typedefs of one run of javac, each compiled and reported once. */
final class Typedefs {

    private final TypedefRoots roots;
    private final Reporter reporter;
    private final Map<String, Meaning> compiled = new HashMap<>();

    Typedefs(TypedefRoots roots, Reporter reporter) {
        this.roots = roots;
        this.reporter = reporter;
    }

    /**
     * What a typedef means.
     *
     * @param file its model, or empty if what is wrong was reported
     * @param guess what it probably means, as far as that can be told
     */
    record Meaning(Optional<TypedefFile> file, Optional<TypedefFile> guess) {}

    /** The typedef that a declaration names. */
    Meaning of(Declaration declaration) {
        String path = declaration.typedef();
        if (!compiled.containsKey(path)) {
            TypedefRoots.Found found = roots.locate(path);
            if (found.complaint().isPresent()) {
                // A file that is not there is news to every class that names it: each has its own path to correct.
                reporter.at(declaration, "typedef", found.complaint().get());
                return new Meaning(Optional.empty(), found.source().flatMap(this::guess));
            }
            SourceText source = found.source().orElseThrow();
            Compilation compilation = TypedefCompiler.compile(source, roots);
            compilation.diagnostics().forEach(diagnostic -> reporter.typedef(declaration, diagnostic));
            compiled.put(
                    path, new Meaning(compilation.file(), compilation.file().or(() -> guess(source))));
        }
        return compiled.get(path);
    }

    private Optional<TypedefFile> guess(SourceText source) {
        return TypedefCompiler.guess(source, roots);
    }
}

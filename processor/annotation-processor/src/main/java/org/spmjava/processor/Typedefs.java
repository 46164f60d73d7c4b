package org.spmjava.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.spmjava.dsl.Compilation;
import org.spmjava.dsl.TypedefCompiler;
import org.spmjava.dsl.model.TypedefFile;

/** The typedefs of one run of javac, each compiled and reported once. */
final class Typedefs {

    private final TypedefRoots roots;
    private final Reporter reporter;
    private final Map<String, Optional<TypedefFile>> compiled = new HashMap<>();

    Typedefs(TypedefRoots roots, Reporter reporter) {
        this.roots = roots;
        this.reporter = reporter;
    }

    /** The typedef that a declaration names, or empty if that was reported. */
    Optional<TypedefFile> of(Declaration declaration) {
        String path = declaration.typedef();
        if (!compiled.containsKey(path)) {
            TypedefRoots.Found found = roots.locate(path);
            if (found.complaint().isPresent()) {
                // A file that is not there is news to every class that names it: each has its own path to correct.
                reporter.at(declaration, "typedef", found.complaint().get());
                return Optional.empty();
            }
            Compilation compilation = TypedefCompiler.compile(found.source().orElseThrow(), roots);
            compilation.diagnostics().forEach(diagnostic -> reporter.typedef(declaration, diagnostic));
            compiled.put(path, compilation.file());
        }
        return compiled.get(path);
    }
}

package org.spmjava.dsl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.check.Checks;
import org.spmjava.dsl.diagnostic.Diagnostics;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.resolve.DeclaredTask;
import org.spmjava.dsl.resolve.ModelBuilder;
import org.spmjava.dsl.resolve.Resolver;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.syntax.Syntax;
import org.spmjava.dsl.syntax.SyntaxAnalysis;

/** Text to model: the one door into the language. A pure function; safe to call from any thread. */
public final class TypedefCompiler {

    private TypedefCompiler() {}

    /**
     * Compiles one typedef. Always returns, whatever the text: with a model, or with at least one error. Independent
     * mistakes are reported independently, in source order.
     *
     * @param source the text, not null
     * @return never null
     * @throws NullPointerException if the source is null
     */
    public static Compilation compile(SourceText source) {
        Objects.requireNonNull(source, "source");
        Diagnostics diagnostics = new Diagnostics(source);
        Syntax syntax = SyntaxAnalysis.parse(diagnostics);
        List<DeclaredTask> tasks = Resolver.resolve(syntax, diagnostics);
        Checks.run(tasks, diagnostics);
        Optional<TypedefFile> file =
                diagnostics.hasErrors() ? Optional.empty() : Optional.of(ModelBuilder.build(source, tasks));
        return new Compilation(file, diagnostics.sorted());
    }
}

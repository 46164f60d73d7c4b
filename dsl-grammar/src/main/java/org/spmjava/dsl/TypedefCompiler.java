package org.spmjava.dsl;

import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.model.TypedefFile;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.TypedefSources;

/** Text to model: the one door into the language. A pure function; safe to call from any thread. */
public final class TypedefCompiler {

    private TypedefCompiler() {}

    /**
     * Compiles one typedef that imports nothing.
     *
     * @param source the text, not null
     * @return never null
     * @throws NullPointerException if the source is null
     */
    public static Compilation compile(SourceText source) {
        return compile(source, TypedefSources.NONE);
    }

    /**
     * Compiles one typedef. Always returns, whatever the text: with a model, or with at least one error. Independent
     * mistakes are reported independently, in source order; those in imported files, which have their own source,
     * first.
     *
     * @param source the text, not null
     * @param imports where the files are that it imports; asked at most once for each, not null
     * @return never null
     * @throws NullPointerException if anything is null
     */
    public static Compilation compile(SourceText source, TypedefSources imports) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(imports, "imports");
        return new FileCompiler(imports).compile(source);
    }

    /**
     * What a typedef probably means, whatever is wrong with it: every misspelt word is taken for the nearest, whatever
     * is reported beyond that is left out, and what must be there is there. Good for code that stands in until the
     * mistakes are corrected, and for nothing else: no task may be managed by it.
     *
     * @param source the text, not null
     * @param imports where the files are that it imports, not null
     * @return the model of {@link #compile} where there is no error; empty where too little could be understood; never
     *     null
     * @throws NullPointerException if anything is null
     */
    public static Optional<TypedefFile> guess(SourceText source, TypedefSources imports) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(imports, "imports");
        Compilation compilation = new FileCompiler(imports).compile(source);
        return compilation
                .file()
                .or(() -> new FileCompiler(imports).guess(Corrections.applied(source, compilation.diagnostics())));
    }
}

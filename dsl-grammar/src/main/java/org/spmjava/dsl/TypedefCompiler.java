package org.spmjava.dsl;

import java.util.Objects;
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
}

package org.spmjava.dsl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticCode;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

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
        return new Compilation(
                Optional.empty(), List.of(Diagnostic.error(DiagnosticCode.EMPTY_FILE, source, new Span(0, 0))));
    }
}

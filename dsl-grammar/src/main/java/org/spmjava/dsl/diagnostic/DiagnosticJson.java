package org.spmjava.dsl.diagnostic;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.spmjava.dsl.source.SourceText;
import org.spmjava.dsl.source.Span;

/**
 * Diagnostics for programs: JSON Lines, one object for each diagnostic, with the same words as
 * {@link DiagnosticRenderer} has for people. The names of the members are stable; more may be added.
 *
 * <pre>{@code
 * {"code":"SPM-E203","severity":"error","file":"a.spmtype",
 *  "range":{"start":{"line":4,"column":14},"end":{"line":4,"column":26}},
 *  "message":"…","why":"…","fix":"…",
 *  "notes":[{"range":{…},"message":"…"}]}
 * }</pre>
 *
 * <p>{@code code} is the stable identifier, {@code severity} {@code error} or {@code warning}, {@code file} what the
 * {@link SourceText} is called, and {@code notes} are other places in the same file, often none. Lines and columns
 * count from 1, columns in code points; {@code end} is behind the last character, so that a place between two
 * characters has its start for its end. {@code fix} is left out where there is no advice. Pure, and the same on every
 * machine.
 */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    /**
     * All of {@code diagnostics} in their order, each a line that ends with LF; empty if there are none. Never null.
     */
    public static String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(diagnostic -> out.append(render(diagnostic)));
        return out.toString();
    }

    /** One diagnostic, a line that ends with LF; never null. */
    public static String render(Diagnostic diagnostic) {
        StringWriter out = new StringWriter();
        try (JsonWriter json = new JsonWriter(out)) {
            write(diagnostic, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return out + "\n";
    }

    private static void write(Diagnostic diagnostic, JsonWriter json) throws IOException {
        SourceText source = diagnostic.source();
        json.beginObject();
        json.name("code").value(diagnostic.code().id());
        json.name("severity").value(diagnostic.severity().label());
        json.name("file").value(Printable.of(source.name()));
        range(source, diagnostic.span(), json);
        json.name("message").value(Printable.of(diagnostic.message()));
        json.name("why").value(Printable.of(diagnostic.reason()));
        if (diagnostic.hint().isPresent()) {
            json.name("fix").value(Printable.of(diagnostic.hint().get()));
        }
        json.name("notes").beginArray();
        for (Related related : diagnostic.related()) {
            json.beginObject();
            range(source, related.span(), json);
            json.name("message").value(Printable.of(related.message()));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void range(SourceText source, Span span, JsonWriter json) throws IOException {
        json.name("range").beginObject();
        place("start", source, span.start(), json);
        place("end", source, span.end(), json);
        json.endObject();
    }

    private static void place(String name, SourceText source, int offset, JsonWriter json) throws IOException {
        json.name(name).beginObject();
        json.name("line").value(source.line(offset));
        json.name("column").value(source.column(offset));
        json.endObject();
    }
}

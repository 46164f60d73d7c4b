package org.spmjava.statecheck;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Findings for programs: JSON Lines, one object for each finding, with the same words as {@link FindingRenderer} has
 * for people, and the same names of members as the diagnostics of typedefs. The names are stable; more may be added.
 *
 * <pre>{@code
 * {"code":"SPM-S101","severity":"error","file":"demo/Primes.java",
 *  "range":{"start":{"line":58,"column":1}},
 *  "message":"…","why":"…","fix":"…",
 *  "class":"demo.Primes","method":"Primes.taskEval",
 *  "chain":[{"label":"chain","frames":[{"label":"Primes.taskEval","file":"Primes.java","line":58},…]}]}
 * }</pre>
 *
 * <p>{@code severity} is {@code error}, {@code warning} or {@code note}. {@code file} is below its source root, and
 * left out where the class file does not tell, as {@code range} is, and {@code file} and {@code line} of a frame. Class
 * files know lines, and no columns: {@code column} is 1, and a range has no end. {@code chain} has a trail for each way
 * that is shown, often one. The same on every machine.
 */
public final class FindingJson {

    private FindingJson() {}

    /**
     * All of {@code findings} in their order, each a line that ends with LF.
     *
     * @param findings what to render
     * @return the text; empty if there are none, never null
     */
    public static String render(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            StringWriter line = new StringWriter();
            try (JsonWriter json = new JsonWriter(line)) {
                write(finding, json);
            } catch (IOException e) {
                throw new UncheckedIOException("a string cannot be written to", e);
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static void write(Finding finding, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("code").value(finding.code().id());
        json.name("severity").value(finding.severity().label());
        if (finding.sourcePath().isPresent()) {
            json.name("file").value(finding.sourcePath().get());
        }
        if (finding.line() > 0) {
            json.name("range").beginObject();
            json.name("start").beginObject();
            json.name("line").value(finding.line());
            json.name("column").value(1);
            json.endObject().endObject();
        }
        json.name("message").value(finding.what());
        json.name("why").value(finding.why());
        json.name("fix").value(finding.fix());
        json.name("class").value(finding.className());
        json.name("method").value(finding.methodName());
        json.name("chain").beginArray();
        for (Trail trail : finding.trails()) {
            write(trail, json);
        }
        json.endArray().endObject();
    }

    private static void write(Trail trail, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("label").value(trail.label());
        json.name("frames").beginArray();
        for (Frame frame : trail.frames()) {
            json.beginObject();
            json.name("label").value(frame.label());
            if (!frame.file().isEmpty()) {
                json.name("file").value(frame.file());
            }
            if (frame.line() > 0) {
                json.name("line").value(frame.line());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }
}

package org.spmjava.maven;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticJson;
import org.spmjava.statecheck.Frame;
import org.spmjava.statecheck.StateCheckReport;
import org.spmjava.statecheck.Trail;

/**
 * What a goal found, for programs: a file of JSON Lines, an object for each finding, with the same words as people get.
 * The file tells what is wrong now: it stays where nothing changed, and is empty where all is well.
 *
 * @param file where to write
 * @param wanted whether to write; if not, a file of an earlier run is deleted instead, since it would be out of date
 */
record JsonReport(Path file, boolean wanted) {

    /** Whether a file is wanted and not there, so that a goal has to look again even if nothing changed. */
    boolean isMissing() {
        return wanted && !Files.exists(file);
    }

    /** What the language said; files that are no text are not in it. */
    void writeFindings(List<Finding> findings) throws IOException {
        List<Diagnostic> diagnostics = findings.stream()
                .flatMap(finding -> finding.diagnostic().stream())
                .toList();
        write(DiagnosticJson.render(diagnostics));
    }

    /** What the state check found. */
    void write(StateCheckReport report) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (org.spmjava.statecheck.Finding finding : report.findings()) {
            StringWriter line = new StringWriter();
            try (JsonWriter json = new JsonWriter(line)) {
                write(finding, json);
            }
            lines.append(line).append('\n');
        }
        write(lines.toString());
    }

    private static void write(org.spmjava.statecheck.Finding finding, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("code").value(finding.code().id());
        json.name("severity").value(finding.severity().label());
        if (finding.sourcePath().isPresent()) {
            json.name("file").value(finding.sourcePath().get());
        }
        json.name("line").value(finding.line());
        json.name("class").value(finding.className());
        json.name("method").value(finding.methodName());
        json.name("message").value(finding.what());
        json.name("why").value(finding.why());
        json.name("fix").value(finding.fix());
        json.name("chains").beginArray();
        for (Trail trail : finding.trails()) {
            write(trail, json);
        }
        json.endArray().endObject();
    }

    private static void write(Trail trail, JsonWriter json) throws IOException {
        json.beginObject().name("label").value(trail.label()).name("calls").beginArray();
        for (Frame frame : trail.frames()) {
            json.beginObject();
            json.name("method").value(frame.label());
            json.name("file").value(frame.file());
            json.name("line").value(frame.line());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void write(String lines) throws IOException {
        if (wanted) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        } else {
            Files.deleteIfExists(file);
        }
    }
}

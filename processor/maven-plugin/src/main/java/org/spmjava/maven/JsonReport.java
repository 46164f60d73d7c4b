package org.spmjava.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spmjava.dsl.diagnostic.Diagnostic;
import org.spmjava.dsl.diagnostic.DiagnosticJson;
import org.spmjava.statecheck.FindingJson;
import org.spmjava.statecheck.StateCheckReport;

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
        write(FindingJson.render(report.findings()));
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

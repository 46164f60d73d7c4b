package org.spmjava.zoo;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.spmjava.statecheck.Finding;
import org.spmjava.statecheck.FindingRenderer;
import org.spmjava.statecheck.Severity;
import org.spmjava.statecheck.StateCheck;
import org.spmjava.statecheck.StateCheckInput;
import org.spmjava.statecheck.StateCheckReport;

/** What the state check says of a compiled program. */
record Check(StateCheckReport report) {

    static Check of(Path classes) {
        return new Check(StateCheck.run(StateCheckInput.of(List.of(classes), classPath())));
    }

    /** What a program is compiled with. */
    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Its errors and its warnings. */
    List<Report> complaints() {
        return report.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Check::report)
                .toList();
    }

    /** What the check could not know, and says so. */
    String notes() {
        return FindingRenderer.render(report.notes());
    }

    private static Report report(Finding finding) {
        Place place = new Place(finding.sourcePath().orElse(finding.className()), finding.line());
        return new Report(Stage.CHECK, place, FindingRenderer.render(List.of(finding)));
    }
}

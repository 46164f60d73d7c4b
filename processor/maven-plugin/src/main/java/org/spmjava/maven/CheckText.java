package org.spmjava.maven;

import java.nio.file.Path;
import java.util.List;
import org.spmjava.statecheck.Finding;
import org.spmjava.statecheck.FindingRenderer;
import org.spmjava.statecheck.StateCheckReport;

/** What the goal {@code check} says. */
final class CheckText {

    /** Class files know lines, and no columns. */
    static final int COLUMN = 1;

    private CheckText() {}

    /** What is wrong, the calls that lead there, why, and what to write instead; without the place. */
    static String of(Finding finding) {
        String begin = finding.severity().label() + " [" + finding.code().id() + "]";
        String rendered = FindingRenderer.render(List.of(finding)).stripTrailing();
        return rendered.substring(rendered.indexOf(begin));
    }

    /** The same with its place, as Maven shows it. */
    static String withPlace(Path file, Finding finding) {
        return file + " [" + finding.line() + ":" + COLUMN + "]: " + of(finding);
    }

    /** What was done, in a line. */
    static String summary(StateCheckReport report) {
        int errors = report.errors().size();
        return "Checked the classes" + (errors == 0 ? "." : ": " + Count.of(errors, "mistake") + ".");
    }

    /** That not all could be known, and how to learn more. */
    static String unknown(int notes) {
        return "What is called at %s could not be known, and was not checked. -Dspm.check.notes shows %s."
                .formatted(Count.of(notes, "place"), notes == 1 ? "it" : "each");
    }

    /** Why the build cannot go on. */
    static String failure(List<Finding> errors) {
        long classes = errors.stream().map(Finding::className).distinct().count();
        return "%s in %s. Each is shown above, with its place, the calls that lead there and what to write instead."
                .formatted(Count.of(errors.size(), "mistake"), classes == 1 ? "1 class" : classes + " classes");
    }
}

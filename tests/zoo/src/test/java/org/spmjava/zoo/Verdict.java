package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spmjava.stateguard.StateGuard;

/**
 * What became of a program on the way from its text to its end.
 *
 * @param rejection what the first who had anything against it said; empty if it ran to its end
 * @param notes what the state check could not know
 * @param output what it printed, if it ran
 */
record Verdict(Optional<Report> rejection, String notes, String output) {

    /** Sends a program along the chain, as far as it gets. One mistake is one report, whoever makes it. */
    static Verdict on(Program program, Path classes) throws Exception {
        List<Report> ofTypedefs = Grammar.reports(program);
        List<Report> ofJavac = Javac.reports(program, classes);
        if (!ofTypedefs.isEmpty()) {
            Report mistake = only(ofTypedefs);
            Report shown = only(ofJavac);
            assertThat(shown.stage()).as(shown.text()).isEqualTo(Stage.PROCESSOR);
            assertThat(unindented(shown.text())).contains(unindented(mistake.text()));
            return rejected(new Report(Stage.GRAMMAR, mistake.place(), shown.text()));
        }
        if (!ofJavac.isEmpty()) {
            return rejected(only(ofJavac));
        }
        Check check = Check.of(classes);
        if (!check.complaints().isEmpty()) {
            return rejected(only(check.complaints()));
        }
        StateGuard.weave(classes);
        Run run = Run.of(program, classes);
        return new Verdict(run.failure(), check.notes(), run.output());
    }

    private static Verdict rejected(Report report) {
        return new Verdict(Optional.of(report), "", "");
    }

    private static Report only(List<Report> reports) {
        assertThat(reports).extracting(Report::text).hasSize(1);
        return reports.get(0);
    }

    /** Javac indents all but the first line of a message. */
    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "").strip();
    }
}

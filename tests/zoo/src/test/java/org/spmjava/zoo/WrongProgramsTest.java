package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each wrong program is rejected as early as it can be, once, at the line of its mistake, with these words. Run with
 * {@code -Dspm.goldens=write} to write what is said now.
 */
class WrongProgramsTest {

    @TempDir
    private Path classes;

    static List<Program> programs() {
        return Program.wrong();
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Timeout(60)
    void aWrongProgramIsRejectedOnceAtTheLineOfItsMistake(Program program) throws Exception {
        Verdict verdict = Verdict.on(program, classes);

        assertThat(verdict.rejection()).as("nobody found the mistake").isPresent();
        Report report = verdict.rejection().orElseThrow();
        String said = Rejection.text(report, verdict.notes());
        if (System.getProperty("spm.goldens", "").equals("write")) {
            program.expect(said);
        }
        assertThat(said).isEqualTo(program.expected());
        assertThat(program.marks()).containsExactly(report.place());
    }
}

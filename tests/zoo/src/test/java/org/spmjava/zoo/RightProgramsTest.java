package org.spmjava.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody says anything about a right program, and it prints what it should. Run with {@code -Dspm.goldens=write} to
 * write what is printed now.
 */
class RightProgramsTest {

    @TempDir
    private Path classes;

    static List<Program> programs() {
        return Program.right();
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Timeout(60)
    void aRightProgramThatLooksSuspiciousRunsToItsEnd(Program program) throws Exception {
        Verdict verdict = Verdict.on(program, classes);

        assertThat(verdict.rejection().map(Report::text)).isEmpty();
        assertThat(verdict.notes()).isEmpty();
        if (System.getProperty("spm.goldens", "").equals("write")) {
            program.expect(verdict.output());
        }
        assertThat(verdict.output()).isNotEmpty().isEqualTo(program.expected());
    }
}

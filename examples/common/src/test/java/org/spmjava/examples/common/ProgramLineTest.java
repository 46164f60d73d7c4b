package org.spmjava.examples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgramLineTest {

    @Command(name = "sum", description = "Adds.")
    private static final class Sum {

        @Option(names = "--of", required = true)
        private int of;
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Sum sum = new Sum();

    private int execute(Callable<Integer> work, String... args) {
        return ProgramLine.of(sum, new PrintWriter(out), new PrintWriter(err))
                .with("session", new SessionOptions())
                .execute(work, args);
    }

    @Test
    void theWorkSeesTheOptionsAndItsExitCodeIsTheCommandLines() {
        assertThat(execute(() -> sum.of, "--of", "17")).isEqualTo(17);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpNamesTheProgramsOptionsAndTheSessions() {
        assertThat(execute(() -> 9, "--help")).isZero();
        assertThat(out.toString()).contains("--of", "--spokes", "--serial", "--spoke-heap", "--version");
    }

    @Test
    void aMistakeOfTheUsersIsOneLine() {
        int exitCode = execute(
                () -> {
                    throw new UserError("a.cnf:3: there is no variable 12");
                },
                "--of=1");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("sum: a.cnf:3: there is no variable 12");
    }

    @Test
    void aWrongOptionNamesItselfAndNothingRuns() {
        assertThat(execute(() -> 0, "--of", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value for option '--of'");
    }

    @Test
    void whatNobodyExpectedIsShownWhole() {
        int exitCode = execute(
                () -> {
                    throw new IOException("disk on fire");
                },
                "--of=1");
        assertThat(exitCode).isEqualTo(70);
        assertThat(err.toString()).contains("IOException: disk on fire", "\tat ");
    }
}

package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Census.class)
class SourceProgramsTest {

    private static Java.Run run(String... args) throws Exception {
        return Java.run("org.spmjava.examples.firstsession.SourcePrograms", args);
    }

    @Test
    void theSourceProgramsRunsEveryProgramOfTheSourceInOneSession() throws Exception {
        Java.Run run = run("--spokes", "2");
        assertThat(run.output())
                .contains(
                        "MetaStatus (hub): Waiting - ForSpokes",
                        "MetaStatus (hub): Tasks - Eval",
                        "MetaStatus (hub): Tasks - EvalDone",
                        "41714; per bucket [5156, 4473, 4277, 4150, 4073, 3983, 3989, 3888, 3892, 3833]",
                        "Everything concluded well; nothing is pending, nothing is left.")
                .doesNotContain("NOT SO", "WARN", "ERROR");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theSerialSessionPrintsTheSame() throws Exception {
        Java.Run parallel = run("--spokes", "2");
        Java.Run serial = run("--spokes", "2", "--serial");
        assertThat(serial.exitCode()).isZero();
        assertThat(withoutWhatVaries(serial.output())).isEqualTo(withoutWhatVaries(parallel.output()));
    }

    /** Which Spoke ran a task, how long it took, what uptime says, and the spacing that follows from them. */
    private static String withoutWhatVaries(String output) {
        return Pattern.compile("spoke-\\d+\\.\\d+|\\d+\\.\\d ms| -@- .*|on \\d Spoke")
                .matcher(output)
                .replaceAll("~")
                .replaceAll(" +", " ");
    }

    @Test
    void itSaysHowItIsUsedAndWhatIsWrongWithAnArgument() throws Exception {
        Java.Run run = run("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("--serial", "--spokes");
        Java.Run wrong = run("--spokes", "many");
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.output()).contains("Invalid value for option '--spokes'");
    }
}

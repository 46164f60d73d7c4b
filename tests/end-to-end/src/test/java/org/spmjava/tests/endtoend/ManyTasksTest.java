package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Census.class)
class ManyTasksTest {

    @Test
    void aMillionTasksAndAllTheirResultsAtOnceFitAHubOf600Megabytes() throws Exception {
        Java.Run run = Java.run(List.of("-Xmx600m"), ManyTasksProgram.class.getName(), "1000000");
        assertThat(run.output()).contains("{Returned=1000000} []");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tasksThatTellFasterThanTheHubListensDoNotFillIt() throws Exception {
        Java.Run run = Java.run(List.of("-Xmx64m"), SlowListenerProgram.class.getName());
        assertThat(run.output()).contains("{Returned=2} [] 400 MiB");
        assertThat(run.exitCode()).isZero();
    }
}

package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.spmjava.aeron.AeronVirtualCloud;
import org.spmjava.api.CloudOptions;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeCount;
import org.spmjava.api.TaskStatus;
import org.spmjava.api.Timeout;
import org.spmjava.api.Verdict;
import org.spmjava.api.VirtualCloud;
import org.spmjava.api.coprocess.Shell;
import org.spmjava.api.error.SPMTaskDropped;
import org.spmjava.api.error.SPMTaskEvalUncaught;
import org.spmjava.api.value.SpmRecord;

/** The four deadlines: of the coprocess, of the task, of the wait for Spokes, of the execution. */
@ExtendWith(Census.class)
class DeadlinesTest {

    private final List<TaskStatus<CommandsTask, SpmRecord>> statuses = new ArrayList<>();

    private static void push(CommandsManager manager, String command, Timeout coprocess, Timeout task) {
        manager.task()
                .label("command")
                .api(Shell.POLICY_B)
                .apiArgs(new Shell.Args(command, coprocess))
                .timeout(task)
                .push();
    }

    @Test
    void aCoprocessIsEndedAtItsOwnTimeoutAndItsTaskSaysSo() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CommandsManager manager = CommandsManager.define(cloud, statuses::add);
            push(manager, "sleep 600", Timeout.afterMillis(500), Timeout.afterSeconds(20));
            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());
            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_UNCAUGHT);
            assertThat(conclusion.tasks().get(0).duration()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
            assertThatThrownBy(() -> statuses.get(0).returnValue())
                    .isInstanceOf(SPMTaskEvalUncaught.class)
                    .hasMessageContaining("own timeout of PT0.5S")
                    .hasMessageContaining("sleep 600");
        }
    }

    @Test
    void aTaskIsEndedAtItsTimeoutWithItsCoprocess() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CommandsManager manager = CommandsManager.define(cloud, statuses::add);
            push(manager, "sleep 600", Timeout.afterSeconds(600), Timeout.afterMillis(700));
            Conclusion conclusion = Clouds.manage(manager, cloud.intraAll());
            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.EVAL_TIMEOUT);
        }
    }

    @Test
    void withoutSpokesEveryTaskIsDroppedAtTheWaitingDeadline() throws Exception {
        try (VirtualCloud cloud =
                AeronVirtualCloud.createAsync(CloudOptions.defaults().withSpokes(0))) {
            CommandsManager manager = CommandsManager.define(cloud, statuses::add);
            push(manager, "true", Timeout.afterSeconds(1), Timeout.afterSeconds(1));
            push(manager, "true", Timeout.afterSeconds(1), Timeout.afterSeconds(1));
            Conclusion conclusion = manager.manage(
                    cloud.intraAll(),
                    SpokeCount.DEFAULT,
                    SpokeCount.DEFAULT,
                    Timeout.afterMillis(600),
                    Timeout.afterSeconds(300));
            assertThat(Clouds.verdicts(conclusion)).containsExactly(Verdict.DROPPED, Verdict.DROPPED);
            assertThat(conclusion.duration()).isBetween(Duration.ofMillis(600), Duration.ofMillis(1600));
            assertThat(statuses).hasSize(2);
            assertThatThrownBy(() -> statuses.get(0).returnValue())
                    .isInstanceOf(SPMTaskDropped.class)
                    .hasMessageContaining("minimum of 1");
        }
    }

    @Test
    void atTheExecutionDeadlineWhatRunsTimesOutAndTheRestIsDropped() throws Exception {
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CommandsManager manager = CommandsManager.define(cloud, statuses::add);
            for (int i = 0; i < 5; i++) {
                push(manager, "sleep 600", Timeout.afterSeconds(600), Timeout.afterSeconds(600));
            }
            Conclusion conclusion = manager.manage(
                    cloud.intraAll(),
                    SpokeCount.of(2),
                    SpokeCount.DEFAULT,
                    Timeout.afterSeconds(30),
                    Timeout.afterSeconds(1));
            assertThat(conclusion.count(Verdict.EVAL_TIMEOUT)).isEqualTo(2);
            assertThat(conclusion.count(Verdict.DROPPED)).isEqualTo(3);
            assertThat(conclusion.residue()).isEmpty();
        }
    }

    @Test
    void whatACommandReturnsDependsOnThePolicyAndAnExitCodeIsAResult() throws Exception {
        String command = "echo out; echo err >&2; exit 3";
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CommandsManager manager = CommandsManager.define(cloud, statuses::add);
            for (var api : List.of(Shell.POLICY_A, Shell.POLICY_B, Shell.POLICY_C)) {
                manager.task()
                        .label(api.name())
                        .api(api)
                        .apiArgs(new Shell.Args(command, Timeout.afterSeconds(5)))
                        .timeout(Timeout.afterSeconds(10))
                        .push();
            }
            assertThat(Clouds.manage(manager, cloud.intraOnePerServer()).concludedWell())
                    .isTrue();
            Shell.StdOut a = Shell.POLICY_A.result(statuses.get(0).returnValue());
            assertThat(a.stdOut()).isEqualTo("out\n");
            assertThat(a.exitCode()).isEqualTo(3);
            Shell.StdOutAndStdErr b = Shell.POLICY_B.result(statuses.get(1).returnValue());
            assertThat(b.stdOut()).isEqualTo("out\n");
            assertThat(b.stdErr()).isEqualTo("err\n");
            Shell.StdOutErr c = Shell.POLICY_C.result(statuses.get(2).returnValue());
            assertThat(c.stdOutErr()).isEqualTo("out\nerr\n");
            assertThatThrownBy(() -> Shell.POLICY_A.result(statuses.get(2).returnValue()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no field 'stdOut'");
        }
    }

    @Test
    void aDaemonThatAShellTaskStartsIsGoneWithTheTask() throws Exception {
        // Double fork, a session of its own, deaf to every polite signal.
        String daemon = "(setsid sh -c 'trap \"\" TERM HUP INT; sleep 613 & wait' >/dev/null 2>&1 &) ; echo started";
        try (VirtualCloud cloud = Clouds.ofTwoSpokes()) {
            CommandsManager manager = CommandsManager.define(cloud, status -> {
                statuses.add(status);
                // In the callback already: the daemon goes with its task, not with the session.
                assertThat(Census.processes(line -> line.contains("sleep 613"))).isEmpty();
            });
            push(manager, daemon, Timeout.afterSeconds(5), Timeout.afterSeconds(10));
            assertThat(Clouds.manage(manager, cloud.intraAll()).concludedWell()).isTrue();
            assertThat(Shell.POLICY_B.result(statuses.get(0).returnValue()).stdOut())
                    .isEqualTo("started\n");
        }
    }
}

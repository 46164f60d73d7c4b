package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spmjava.core.process.ShellCommand.Capture;

class ShellCoprocessTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @RegisterExtension
    final Survivors survivors = new Survivors();

    private ProcessLauncher launcher;
    private ShellCoprocess shell;

    @BeforeEach
    void open() {
        launcher = new ProcessLauncher(Survivors.requireNamespace());
        shell = new ShellCoprocess(launcher);
    }

    @AfterEach
    void close() {
        if (launcher != null) {
            launcher.close();
        }
    }

    @Test
    void bothStreamsAndTheExitCodeComeBack() throws Exception {
        ShellOutcome outcome = shell.run(command("echo out; echo err >&2; exit 3", LONG));
        assertThat(outcome.standardOutput()).isEqualTo("out\n");
        assertThat(outcome.standardError()).isEqualTo("err\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.timedOut()).isFalse();
        assertThat(outcome.truncated()).isFalse();
        assertThat(outcome.duration()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
    }

    @Test
    void streamsCanBeMergedOrDiscarded() throws Exception {
        ShellCommand command = command("echo 1; echo 2 >&2; echo 3", LONG);
        ShellOutcome merged = shell.run(command.withCapture(Capture.MERGED));
        assertThat(merged.standardOutput()).isEqualTo("1\n2\n3\n");
        assertThat(merged.standardError()).isEmpty();
        ShellOutcome discarded = shell.run(command.withCapture(Capture.OUTPUT));
        assertThat(discarded.standardOutput()).isEqualTo("1\n3\n");
        assertThat(discarded.standardError()).isEmpty();
    }

    @Test
    void directoryEnvironmentAndEmptyInputAreAsAsked() throws Exception {
        ShellOutcome outcome = shell.run(ShellCommand.of("cat; pwd; echo $GREETING", LONG)
                .withDirectory(Path.of("/"))
                .withEnvironment(Map.of("GREETING", "grüße")));
        assertThat(outcome.standardOutput()).isEqualTo("/\ngrüße\n");
    }

    @Test
    void outputBeyondTheLimitIsDroppedAndTheCommandRunsOn() throws Exception {
        ShellOutcome outcome = shell.run(command("head -c 3000000 /dev/zero | tr '\\0' x; echo tail >&2; exit 4", LONG)
                .withCaptureLimitBytes(100_001));
        assertThat(outcome.standardOutput()).hasSize(100_001).containsOnlyOnce("x".repeat(100_001));
        assertThat(outcome.standardError()).isEqualTo("tail\n");
        assertThat(outcome.truncated()).isTrue();
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void largeOutputWithinTheLimitIsWholeAndInOrder() throws Exception {
        ShellOutcome outcome = shell.run(command("seq 1 200000", LONG));
        assertThat(outcome.truncated()).isFalse();
        assertThat(outcome.standardOutput().lines().mapToLong(Long::parseLong).sum())
                .isEqualTo(200_000L * 200_001 / 2);
        assertThat(outcome.standardOutput()).endsWith("\n199999\n200000\n");
    }

    @Test
    void malformedUtf8IsReplaced() throws Exception {
        ShellOutcome outcome = shell.run(command("printf 'a\\377b'", LONG));
        assertThat(outcome.standardOutput()).isEqualTo("a\uFFFDb");
    }

    @Test
    void aTimeoutEndsEverythingAndKeepsWhatWasWritten() throws Exception {
        ShellOutcome outcome =
                shell.run(command(Survivors.LEAVE_DAEMON + "echo begun; sleep 1000", Duration.ofSeconds(3)));
        assertThat(survivors.pids()).isEmpty();
        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.standardOutput()).isEqualTo("begun\n");
        assertThat(outcome.exitCode()).isEqualTo(137);
        assertThat(outcome.duration()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void aDaemonThatHoldsTheOutputDoesNotHoldTheCall() throws Exception {
        ShellOutcome outcome = shell.run(command("setsid sleep 1000 & echo done", LONG));
        assertThat(survivors.pids()).isEmpty();
        assertThat(outcome.standardOutput()).isEqualTo("done\n");
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anInterruptEndsTheCommand() throws Exception {
        BlockingQueue<Object> result = new ArrayBlockingQueue<>(1);
        Thread caller = new Thread(() -> {
            try {
                result.add(shell.run(command("sleep 1000", LONG)));
            } catch (IOException | InterruptedException e) {
                result.add(e);
            }
        });
        caller.start();
        survivors.awaitAtLeast(4);

        caller.interrupt();

        assertThat(result.poll(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(survivors.pids()).isEmpty();
        assertThat(launcher.live()).isEmpty();
    }

    @Test
    void whatCannotBeRunIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ShellCommand.of("true", Duration.ZERO));
        assertThatThrownBy(() -> shell.run(command("true", LONG).withDirectory(Path.of("/no/such/directory"))))
                .isInstanceOf(IOException.class);
    }

    private ShellCommand command(String text, Duration timeout) {
        return ShellCommand.of(text, timeout).withEnvironment(survivors.environment());
    }
}

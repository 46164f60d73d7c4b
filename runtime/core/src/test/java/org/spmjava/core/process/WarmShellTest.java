package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spmjava.core.process.ShellCommand.Capture;

class WarmShellTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @RegisterExtension
    final Survivors survivors = new Survivors();

    private ProcessLauncher launcher;
    private ShellCoprocess shell;

    @BeforeEach
    void open() {
        launcher = new ProcessLauncher(Survivors.requireNamespace());
        shell = ShellCoprocess.warm(launcher);
    }

    @AfterEach
    void close() {
        if (launcher != null) {
            launcher.close();
            assertThat(launcher.live()).isEmpty();
        }
    }

    @Test
    void oneCommandAfterTheOtherHasItsOwnOutputAndCodeInOneNamespace() throws Exception {
        for (int i = 0; i < 200; i++) {
            int code = i % 256;
            ShellOutcome outcome = run("echo out " + i + "; printf 'err %s' " + i + " >&2; exit " + code);
            assertThat(outcome.standardOutput()).isEqualTo("out " + i + "\n");
            assertThat(outcome.standardError()).isEqualTo("err " + i);
            assertThat(outcome.exitCode()).isEqualTo(code);
        }
        assertThat(launcher.live()).hasSize(1);
    }

    @Test
    void streamsCanBeMergedOrDiscarded() throws Exception {
        ShellCommand command = ShellCommand.of("echo 1; echo 2 >&2; echo 3", LONG);
        assertThat(shell.run(command.withCapture(Capture.MERGED)).standardOutput())
                .isEqualTo("1\n2\n3\n");
        ShellOutcome discarded = shell.run(command.withCapture(Capture.OUTPUT));
        assertThat(discarded.standardOutput()).isEqualTo("1\n3\n");
        assertThat(discarded.standardError()).isEmpty();
        assertThat(shell.run(command).standardError()).isEqualTo("2\n");
    }

    @ParameterizedTest
    @CsvSource({
        "exit 255, 255",
        "kill -KILL $$, 137",
        "kill -INT $$, 130",
        "kill -SEGV $$, 139",
        "kill -TERM 0; exit 1, 143",
        "trap '' TERM; kill -TERM 0; kill -TERM -1; exit 4, 4",
        "kill -KILL -1; exit 5, 5",
        "kill -KILL 1; kill -STOP 1; exit 6, 6",
        "exec no-such-program, 127",
        "exec /etc/passwd, 126",
        "exec >&- 2>&-; sleep 0.05; exit 7, 7"
    })
    void whateverACommandDoesToItselfTheNextOneRuns(String command, int code) throws Exception {
        assertThat(run(command).exitCode()).isEqualTo(code);
        assertThat(run("echo next").standardOutput()).isEqualTo("next\n");
        assertThat(launcher.live()).hasSize(1);
    }

    @Test
    void anOutputThatACommandMadeNonBlockingIsNotTheNextOnes() throws Exception {
        assertThat(run("dd oflag=nonblock </dev/null").exitCode()).isZero();
        assertThat(run("seq 1 500000").standardOutput()).endsWith("\n499999\n500000\n");
    }

    @Test
    void aCommandSeesItsTextAsItIsAndNothingOfTheRunner() throws Exception {
        assertThat(run("echo 'a\nb'; echo c\\").standardOutput()).isEqualTo("a\nb\nc\\\n");
        assertThat(run("env; set").standardOutput()).doesNotContain("spm_");
    }

    @Test
    void daemonsAreGoneWithTheirCommandAndDoNotHoldTheNext() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(run(Survivors.LEAVE_DAEMON + ": >\"$READY\"; echo done; exit 7")
                            .exitCode())
                    .isEqualTo(7);
            // No waiting: the outcome is the proof.
            assertThat(survivors.pids()).isEmpty();
        }
        assertThat(run("(setsid env -i sleep 1000 & setsid env -i sleep 1000 &); echo done")
                        .standardOutput())
                .isEqualTo("done\n");
        assertThat(run("ls -d /proc/[0-9]* | wc -l").standardOutput().strip())
                .as("itself, its shell, wc, ls")
                .isIn("4", "3");
        assertThat(launcher.live()).hasSize(1);
    }

    @Test
    void aForkBombIsGoneWithItsCommand() throws Exception {
        ShellOutcome outcome = run("bomb() { [ $1 -gt 6 ] && exec sleep 1000; bomb $(($1 + 1)) & bomb $(($1 + 1)) & };"
                + " bomb 0; exit 3");
        assertThat(survivors.pids()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(run("echo next").standardOutput()).isEqualTo("next\n");
    }

    @Test
    void aTimeoutEndsEverythingAndKeepsWhatWasWritten() throws Exception {
        run("true");
        ShellOutcome outcome = shell.run(
                ShellCommand.of(marked(Survivors.LEAVE_DAEMON + "echo begun; sleep 1000"), Duration.ofSeconds(1)));
        assertThat(survivors.pids()).isEmpty();
        assertThat(outcome.timedOut()).isTrue();
        assertThat(outcome.standardOutput()).isEqualTo("begun\n");
        assertThat(outcome.exitCode()).isEqualTo(137);
        assertThat(outcome.duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(run("echo next").standardOutput()).isEqualTo("next\n");
    }

    @Test
    void anInterruptEndsTheCommandButNotTheCoprocess() throws Exception {
        BlockingQueue<Object> result = new ArrayBlockingQueue<>(1);
        Thread caller = new Thread(() -> {
            try {
                result.add(run("sleep 1000 & sleep 1000; :"));
            } catch (IOException | InterruptedException e) {
                result.add(e);
            }
        });
        caller.start();
        survivors.awaitAtLeast(2);

        caller.interrupt();

        assertThat(result.poll(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(survivors.pids()).isEmpty();
        assertThat(run("echo next").standardOutput()).isEqualTo("next\n");
    }

    @Test
    void outputBeyondTheLimitIsDroppedAndLargeOutputIsWhole() throws Exception {
        ShellOutcome cut =
                shell.run(ShellCommand.of("head -c 3000000 /dev/zero | tr '\\0' x; echo tail >&2; exit 4", LONG)
                        .withCaptureLimitBytes(100_001));
        assertThat(cut.standardOutput()).isEqualTo("x".repeat(100_001));
        assertThat(cut.standardError()).isEqualTo("tail\n");
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.exitCode()).isEqualTo(4);
        ShellOutcome whole = run("seq 1 200000");
        assertThat(whole.standardOutput().lines().mapToLong(Long::parseLong).sum())
                .isEqualTo(200_000L * 200_001 / 2);
    }

    @Test
    void theTextOfACommandArrivesAsItIsAndItsInputIsEmpty() throws Exception {
        assertThat(run("cat; cat <<'X'\n  two  \\\\ \\n\n\nlines ü $HOME\nX\n\n")
                        .standardOutput())
                .isEqualTo("  two  \\\\ \\n\n\nlines ü $HOME\n");
        assertThat(run("").exitCode()).isZero();
        assertThat(run("exec ls -1 /proc/self/fd").standardOutput().lines()).containsExactly("0", "1", "2", "3");
        String longOne = "echo " + "y".repeat(20_000);
        assertThat(run(longOne).standardOutput()).hasSize(20_001);
    }

    @Test
    void commandsAtATimeHaveNamespacesOfTheirOwn() throws Exception {
        List<Thread> threads = List.of(1, 2, 3).stream()
                .map(i -> new Thread(() -> {
                    try {
                        for (int n = 0; n < 20; n++) {
                            assertThat(run("echo " + i + n).standardOutput()).isEqualTo(i + "" + n + "\n");
                        }
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        BlockingQueue<Throwable> failures = new ArrayBlockingQueue<>(3);
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(LONG.toMillis());
        }
        assertThat(failures).isEmpty();
        assertThat(launcher.live()).hasSizeBetween(1, 3);
    }

    @Test
    void aRunnerThatWasKilledIsReplaced() throws Exception {
        run("true");
        ContainedProcess runner = launcher.live().get(0);
        Survivors.signal("KILL", runner.pid());
        assertThat(runner.awaitExit(10, TimeUnit.SECONDS)).isPresent();
        assertThat(run("echo next").standardOutput()).isEqualTo("next\n");
    }

    @Test
    void everythingIsGoneWhenTheOwnerIsKilledDuringACommand() throws Exception {
        try (Owner owner =
                Owner.start(survivors.environment(), "warm", marked(Survivors.LEAVE_DAEMON + "echo up; sleep 1000"))) {
            survivors.awaitAtLeast(4);

            owner.kill();

            survivors.awaitNone();
        }
    }

    @Test
    void everythingIsGoneWhenTheOwnerIsKilledBetweenCommands() throws Exception {
        try (Owner owner = Owner.start(survivors.environment(), "warm", "echo up")) {
            String answer = owner.readLine();
            assertThat(answer).startsWith("runner ");
            long runner = Long.parseLong(answer.substring("runner ".length()));
            List<ProcessHandle> kept = Stream.concat(
                            ProcessHandle.of(runner).stream(),
                            ProcessHandle.of(runner).orElseThrow().descendants())
                    .toList();
            assertThat(kept).hasSize(2);

            owner.kill();

            await().atMost(Survivors.DEADLINE).until(() -> kept.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private ShellOutcome run(String command) throws IOException, InterruptedException {
        return shell.run(ShellCommand.of(marked(command), LONG));
    }

    /** By the command itself: a command with an environment of its own has a namespace of its own. */
    private String marked(String command) {
        return survivors.environment().entrySet().stream()
                .map(entry -> "export " + entry.getKey() + "=" + entry.getValue() + "; ")
                .collect(Collectors.joining("", "", command));
    }
}

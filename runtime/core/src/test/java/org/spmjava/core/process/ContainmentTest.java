package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.spmjava.core.process.Containment.Level;

class ContainmentTest {

    private static final long DEADLINE_S = 10;
    private static final Duration SHORT_LEASE = Duration.ofMillis(400);

    @RegisterExtension
    final Survivors survivors = new Survivors();

    @TempDir
    Path files;

    @ParameterizedTest
    @EnumSource(value = Level.class, mode = Mode.EXCLUDE, names = "NONE")
    void aDaemonIsGoneWhenTheTaskEndsNormally(Level level) throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.require(level))) {
            ContainedProcess process = start(launcher, Survivors.LEAVE_DAEMON + "exit 7");

            assertThat(exitOf(process)).isEqualTo(ExitStatus.exited(7));
            // No waiting: the exit is the proof.
            assertThat(survivors.pids()).isEmpty();
            assertThat(launcher.live()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, mode = Mode.EXCLUDE, names = "NONE")
    void aDaemonIsGoneWhenTheProcessIsDestroyed(Level level) throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.require(level))) {
            ContainedProcess process = start(launcher, Survivors.LEAVE_DAEMON + "echo up; sleep 1000");
            assertThat(process.standardOutput().read()).isEqualTo('u');

            process.destroyForcibly();
            process.destroyForcibly();

            assertThat(exitOf(process)).isEqualTo(ExitStatus.signalled(9));
            assertThat(survivors.pids()).isEmpty();
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, mode = Mode.EXCLUDE, names = "NONE")
    void everythingIsGoneWhenTheOwnerIsKilled(Level level) throws Exception {
        Survivors.require(level);
        try (Owner owner = Owner.start(survivors.environment(), "contain", level.name(), "10000")) {
            assertThat(owner.readLine()).isEqualTo("ready");
            assertThat(survivors.pids()).hasSizeGreaterThanOrEqualTo(4);

            owner.kill();

            survivors.awaitNone();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, mode = Mode.EXCLUDE, names = "NONE")
    void everythingIsGoneWhenTheOwnerIsStoppedForLongerThanTheLease(Level level) throws Exception {
        Survivors.require(level);
        try (Owner owner = Owner.start(survivors.environment(), "contain", level.name(), "500")) {
            assertThat(owner.readLine()).isEqualTo("ready");

            Survivors.signal("STOP", owner.pid());

            survivors.awaitNone();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, mode = Mode.MATCH_ANY, names = "NAMESPACE_.*")
    void everythingIsGoneWhenTheOwnerIsKilledEvenIfTheGuardIsStopped(Level level) throws Exception {
        Survivors.require(level);
        try (Owner owner = Owner.start(survivors.environment(), "contain", level.name(), "10000")) {
            assertThat(owner.readLine()).isEqualTo("ready");
            for (long pid : survivors.pids()) {
                Survivors.signal("STOP", pid);
            }

            owner.kill();

            survivors.awaitNone();
        }
    }

    @Test
    void withoutAGuardDestroyingStillEndsTheDescendants() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Containment.atMost(Level.NONE))) {
            ContainedProcess process = start(launcher, "cat; sleep 1000 & sleep 1000 & echo up; wait");
            assertThat(process.standardOutput().read()).isEqualTo('u');

            process.destroyForcibly();

            assertThat(exitOf(process)).isEqualTo(ExitStatus.signalled(9));
            survivors.awaitNone();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0, 0",
        "exit 7, 7",
        "exit 255, 255",
        "kill -KILL $$, 137",
        "kill -TERM $$, 143",
        "kill -INT $$, 130",
        "kill -SEGV $$, 139",
        "exec no-such-program, 127",
        "exec /etc/passwd, 126"
    })
    void theTasksCodePassesThroughTheGuard(String command, int code) throws Exception {
        for (Level level : List.of(Containment.probe().level(), Level.PROCESS_TREE)) {
            try (ProcessLauncher launcher = new ProcessLauncher(Containment.atMost(level))) {
                assertThat(exitOf(start(launcher, command))).as(level.name()).isEqualTo(new ExitStatus(code));
            }
        }
    }

    @Test
    void aProgramThatDoesNotExistIsExitCode127() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process = launcher.start(ProcessSpec.of("no-such-program"));
            assertThat(exitOf(process)).isEqualTo(ExitStatus.exited(127));
            assertThat(text(process)).isEmpty();
            assertThat(process.standardError().readAllBytes()).asString().contains("no-such-program");
        }
    }

    @Test
    void noStatusIsLostHoweverSoonTheTaskEnds() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            for (int round = 0; round < 100; round++) {
                int code = round % 2 == 0 ? 137 : 3;
                String command = code == 137 ? "kill -KILL $$" : "exit 3";
                assertThat(exitOf(start(launcher, command)).code()).isEqualTo(code);
            }
        }
    }

    @Test
    void fiftyRoundsOfStartAndKillLeaveNoSurvivor() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            for (int round = 0; round < 50; round++) {
                Files.writeString(survivors.ready(), "");
                ContainedProcess process = start(launcher, Survivors.LEAVE_DAEMON + "echo up; sleep 1000");
                // Every other one in the middle of its start, at another moment each time.
                if (round % 2 == 0) {
                    process.standardOutput().read();
                } else {
                    process.awaitExit(round * 200L, TimeUnit.MICROSECONDS);
                }
                process.destroyForcibly();
                exitOf(process);
            }
            survivors.awaitNone();
        }
    }

    @Test
    void aTaskThatSignalsItsGroupOrEverybodyHurtsOnlyItself() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            assertThat(exitOf(start(launcher, "kill -TERM 0; exit 1"))).isEqualTo(ExitStatus.signalled(15));
            assertThat(exitOf(start(launcher, "trap '' TERM; kill -TERM 0; kill -TERM -1; exit 4")))
                    .isEqualTo(ExitStatus.exited(4));
            assertThat(exitOf(launcher.start(spec("kill -KILL -1; sleep 1000").lease(SHORT_LEASE))))
                    .isEqualTo(ExitStatus.signalled(9));
        }
    }

    @Test
    void theGuardReapsOrphansByTheNextBeat() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process =
                    launcher.start(spec("for i in 1 2 3 4 5; do (true &); done; for i in $(seq 50); do"
                                    + " grep -l 'State:.Z' /proc/[0-9]*/status || exit 0; sleep 0.1; done; exit 1")
                            .lease(SHORT_LEASE));
            assertThat(exitOf(process)).isEqualTo(ExitStatus.exited(0));
        }
    }

    @Test
    void aTaskHasNoInputAndNoFileOfItsGuard() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process = start(launcher, "cat; exec ls -1 /proc/self/fd");
            assertThat(exitOf(process)).isEqualTo(ExitStatus.exited(0));
            // The fourth is the directory that ls reads.
            assertThat(text(process).lines()).containsExactly("0", "1", "2", "3");
        }
    }

    @Test
    void theGuardIgnoresWhatTheEnvironmentTellsBash() throws Exception {
        Path trap = Files.writeString(files.resolve("trap.sh"), "exit 99\n");
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process = launcher.start(ProcessSpec.of("/bin/sh", "-c", "echo $BASH_ENV $PATH")
                    .environment(Map.of("BASH_ENV", trap.toString(), "PATH", "/nowhere", "SHELLOPTS", "noexec")));
            assertThat(exitOf(process)).isEqualTo(ExitStatus.exited(0));
            assertThat(text(process).strip()).isEqualTo(trap + " /nowhere");
        }
    }

    @Test
    void outputsGoWhereTheyAreSent() throws Exception {
        Path out = files.resolve("out");
        try (ProcessLauncher launcher = new ProcessLauncher()) {
            ProcessSpec spec = ProcessSpec.of("sh", "-c", "pwd; echo err >&2").directory(files);
            exitOf(launcher.start(spec.standardOutput(Redirect.to(out.toFile())).standardErrorMerged()));
            assertThat(Files.readAllLines(out))
                    .containsExactly(files.toRealPath().toString(), "err");

            ContainedProcess apart = launcher.start(spec.standardError(Redirect.DISCARD));
            exitOf(apart);
            assertThat(text(apart)).isEqualTo(files.toRealPath() + "\n");
        }
    }

    @Test
    void theExitIsToldOnceAndNobodyCanForgeIt() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher()) {
            ContainedProcess process = start(launcher, "exit 5");
            AtomicInteger told = new AtomicInteger();
            assertThat(process.onExit().complete(ExitStatus.exited(1))).isTrue();
            process.onExit().thenRun(told::incrementAndGet).get(DEADLINE_S, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(told).hasValue(1);
            assertThat(process.exitStatus()).contains(ExitStatus.exited(5));
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void closingTheLauncherEndsWhatItStarted() throws Exception {
        ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace());
        List<ContainedProcess> started = List.of(start(launcher, "sleep 1000"), start(launcher, "sleep 1000"));
        assertThat(launcher.live()).containsExactlyInAnyOrderElementsOf(started);

        launcher.close();

        assertThat(launcher.live()).isEmpty();
        assertThat(started).noneMatch(ContainedProcess::isAlive);
    }

    @Test
    void aStoppedOutermostProcessCanBeDestroyed() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process = start(launcher, "echo up; sleep 1000");
            process.standardOutput().read();
            Survivors.signal("STOP", process.pid());
            process.destroyForcibly();
            assertThat(exitOf(process)).isEqualTo(ExitStatus.signalled(9));
        }
    }

    @Test
    void theProbeSaysWhatIsInForceAndWhyNotMore() {
        Containment none = Containment.atMost(Level.NONE);
        assertThat(none.level()).isEqualTo(Level.NONE);
        assertThat(none.describe()).startsWith("containment none: ");
        assertThat(Containment.probe()).isSameAs(Containment.probe());
        assertThat(Containment.probe().describe())
                .startsWith("containment "
                        + Containment.probe()
                                .level()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
    }

    @Test
    void aNestedCommandIsContainedToo() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            // The Spoke's own environment is marked as well, so that the census sees all of it.
            Map<String, String> passed = new HashMap<>(survivors.environment());
            survivors.environment().forEach((name, value) -> passed.put("PASS_" + name, value));
            ContainedProcess spoke = launcher.start(
                    ProcessSpec.of(Owner.argv("shell", Survivors.LEAVE_DAEMON + "echo done; exit 6", "5000"))
                            .environment(passed));

            assertThat(exitOf(spoke)).isEqualTo(ExitStatus.exited(0));
            assertThat(text(spoke)).contains(Owner.ANSWER + Containment.probe().level() + " 6 false done\n");
            assertThat(survivors.pids()).isEmpty();
        }
    }

    @Test
    void aNestedCommandEndsWithTheOuterProcess() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            Map<String, String> passed = new HashMap<>(survivors.environment());
            survivors.environment().forEach((name, value) -> passed.put("PASS_" + name, value));
            ContainedProcess spoke =
                    launcher.start(ProcessSpec.of(Owner.argv("shell", Survivors.LEAVE_DAEMON + "sleep 1000", "60000"))
                            .environment(passed));
            await().atMost(Survivors.DEADLINE).until(() -> Files.size(survivors.ready()) > 0);

            spoke.destroyForcibly();

            exitOf(spoke);
            assertThat(survivors.pids()).isEmpty();
        }
    }

    private ContainedProcess start(ProcessLauncher launcher, String command) throws IOException {
        return launcher.start(spec(command));
    }

    private ProcessSpec spec(String command) {
        return ProcessSpec.of("/bin/sh", "-c", command).environment(survivors.environment());
    }

    private static ExitStatus exitOf(ContainedProcess process) throws InterruptedException {
        return process.awaitExit(DEADLINE_S, TimeUnit.SECONDS)
                .orElseThrow(() -> new AssertionError(process + " does not end"));
    }

    private static String text(ContainedProcess process) throws IOException {
        return new String(process.standardOutput().readAllBytes(), StandardCharsets.UTF_8);
    }
}

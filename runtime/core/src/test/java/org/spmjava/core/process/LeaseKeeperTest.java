package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeaseKeeperTest {

    private static final Duration LEASE = Duration.ofMillis(300);

    @RegisterExtension
    final Survivors survivors = new Survivors();

    @Test
    void aChildLivesForManyLeases() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess process = launcher.start(spec("sleep 1.5; exit 5"));
            assertThat(process.awaitExit(10, TimeUnit.SECONDS)).contains(ExitStatus.exited(5));
        }
    }

    @Test
    void aStoppedGuardIsNotWrittenToAndCostsNobodyElseTheLease() throws Exception {
        Duration shortLease = ProcessSpec.MIN_LEASE;
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            ContainedProcess other = launcher.start(spec("sleep 1000"));
            ContainedProcess stopped =
                    launcher.start(spec("echo up; sleep 1000").lease(shortLease));
            stopped.standardOutput().read();
            List<Long> guard = guardAndWatcher(stopped);
            for (long pid : guard) {
                Survivors.signal("STOP", pid);
            }

            await().atMost(Survivors.DEADLINE).until(() -> unread(stopped) == 64);
            await().during(Duration.ofMillis(400)).atMost(Survivors.DEADLINE).until(() -> unread(stopped) == 64);
            assertThat(other.isAlive()).isTrue();

            for (long pid : guard) {
                Survivors.signal("CONT", pid);
            }
            await().atMost(Survivors.DEADLINE).until(() -> unread(stopped) == 0);
            assertThat(stopped.isAlive()).isTrue();
        }
    }

    @Test
    void aBrokenPipeIsForgotten() throws Exception {
        try (ProcessLauncher launcher = new ProcessLauncher(Survivors.requireNamespace())) {
            for (int i = 0; i < 5; i++) {
                launcher.start(spec("sleep 1000")).destroyForcibly();
            }
            ContainedProcess process = launcher.start(spec("sleep 1; exit 5"));
            assertThat(process.awaitExit(10, TimeUnit.SECONDS)).contains(ExitStatus.exited(5));
        }
    }

    private ProcessSpec spec(String command) {
        return ProcessSpec.of("/bin/sh", "-c", command)
                .environment(survivors.environment())
                .lease(LEASE);
    }

    /** The guard's parent only waits; the guard and its first child are those that could read. */
    private static List<Long> guardAndWatcher(ContainedProcess process) throws IOException {
        long guard = children(process.pid()).findFirst().orElseThrow();
        return List.of(guard, children(guard).findFirst().orElseThrow());
    }

    private static Stream<Long> children(long pid) throws IOException {
        return Stream.of(Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children"))
                        .strip()
                        .split(" "))
                .map(Long::valueOf);
    }

    private static int unread(ContainedProcess process) throws IOException {
        try (FileInputStream pipe = new FileInputStream("/proc/" + process.pid() + "/fd/0")) {
            return pipe.available();
        }
    }
}

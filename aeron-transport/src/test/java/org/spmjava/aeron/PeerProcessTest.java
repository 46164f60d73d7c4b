package org.spmjava.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.core.transport.SendResult;

/** Spokes that talk to each other and are processes. */
class PeerProcessTest {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    Path directory;

    @Test
    void twoProcessesSendEachOtherMoreThanThereIsRoomForAtTheSameTime() {
        try (Bench bench = new Bench();
                SpokeProcess first = SpokeProcess.launch(SpokeProcess.EXCHANGE, bench.hub.open(1));
                SpokeProcess second = SpokeProcess.launch(SpokeProcess.EXCHANGE, bench.hub.open(2))) {
            bench.until(() -> first.hasSpoken() && second.hasSpoken());
            assertThat(first.line()).isEqualTo("exchanged");
            assertThat(second.line()).isEqualTo("exchanged");
        }
    }

    @Test
    void whatAKilledSpokeHadSentIsStillPolledAndSendsToItAreClosed() {
        try (Bench bench = new Bench(it -> it.withLivenessTimeout(SHORT));
                SpokeProcess process = SpokeProcess.launch(SpokeProcess.FLOOD_PEER, bench.hub.open(1))) {
            AeronSpokeTransport spoke = bench.spoke(2);
            bench.until(process::hasSpoken);
            bench.until(() -> spoke.sendTo(1, Bench.pattern(1, 3 << 20)) == SendResult.SENT);
            assertThat(spoke.isFlushed()).isFalse();
            process.kill();
            bench.until(() -> spoke.sendTo(1, ByteBuffer.allocate(1)) == SendResult.CLOSED);
            assertThat(spoke.isFlushed()).isTrue();
            List<Integer> seen = new ArrayList<>();
            bench.until(() -> {
                spoke.pollPeers((from, message) -> seen.add(message.getInt()), 100);
                return seen.size() == SpokeProcess.PEER_FLOOD;
            });
            assertThat(seen).isSorted().doesNotHaveDuplicates();
            bench.hub.close(1);
            bench.until(() -> bench.logs() == 2);
            assertThat(spoke.isClosed()).isFalse();
        }
    }

    @Test
    void fullSharedMemoryIsAnErrorOfTheLinkAndOfNothingElse() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = "mount -t tmpfs -o size=17408k none \"$1\" && shift && exec \"$@\"";
        List<String> unshared = List.of("unshare", "--user", "--map-root-user", "--mount");
        assumeTrue(exitOf(unshared, "true") == 0, "this machine permits no namespaces");
        List<String> command = new ArrayList<>(unshared);
        command.addAll(List.of("sh", "-c", script, "sh", directory.toString(), java));
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FullSharedMemory.class.getName(), directory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).contains("could not be opened", "insufficient usable storage", "--shm-size");
            assertThat(lines.get(1)).isEqualTo("and goes on");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int exitOf(List<String> prefix, String program) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }
}

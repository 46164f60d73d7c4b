package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks the processes of one test by a variable in their environment, and finds those that are left. */
final class Survivors implements BeforeEachCallback, AfterEachCallback {

    static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Leaves a daemon behind that no tree, group or signal leads to, and waits until that is up. */
    static final String LEAVE_DAEMON = "( setsid sh -c 'trap \"\" TERM HUP INT QUIT;"
            + " (echo $$ > \"$READY\"; sleep 1000 & exec sleep 1000) & sleep 1000' </dev/null >/dev/null 2>&1 & );"
            + " until [ -s \"$READY\" ]; do sleep 0.01; done; ";

    private static final String VARIABLE = "SPM_TEST_MARK";

    private String marker;
    private Path ready;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        marker = UUID.randomUUID().toString();
        ready = Files.createTempFile("spm-test-", ".ready");
        assertThat(pids()).as("census before").isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try {
            awaitNone();
        } finally {
            pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            Files.deleteIfExists(ready);
        }
    }

    /** What the environment of a process needs to be counted here, and for {@link #LEAVE_DAEMON}. */
    Map<String, String> environment() {
        return Map.of(VARIABLE, marker, "READY", ready.toString());
    }

    /** The file that {@link #LEAVE_DAEMON} fills. */
    Path ready() {
        return ready;
    }

    /** The marked processes that run now. */
    List<Long> pids() throws IOException {
        String variable = "\0" + VARIABLE + "=" + marker + "\0";
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (("\0" + environ(process)).contains(variable)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    void awaitNone() {
        await().atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(pids()).as("survivors").isEmpty());
    }

    void awaitAtLeast(int count) {
        await().atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(pids()).hasSizeGreaterThanOrEqualTo(count));
    }

    /** A containment of exactly this level, or the test is skipped. */
    static Containment require(Containment.Level level) {
        Containment containment = Containment.atMost(level);
        assumeTrue(containment.level() == level, () -> "this machine does not permit " + level + ": " + containment);
        return containment;
    }

    /** The best containment here, or the test is skipped if that is no namespace. */
    static Containment requireNamespace() {
        Containment containment = Containment.probe();
        assumeTrue(containment.isNamespace(), () -> "this machine permits no namespaces: " + containment);
        return containment;
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private static String environ(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It ended while we looked, or is not ours.
            return "";
        }
    }
}

package org.spmjava.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    private Path directory;

    @Test
    void aProgramSaysItsSamplesAndItsProcessesAreSeen() throws Exception {
        Measured measured =
                sh("echo hello; printf 'figure\\ta\\t1.5\\nfigure\\ta\\t2.5\\nfigure\\tb\\t3\\nend\\n'; read x")
                        .run();
        assertThat(measured.samples()).containsEntry("a", List.of(1.5, 2.5)).containsEntry("b", List.of(3.0));
        assertThat(measured.processes()).extracting(ProcessUse::role).contains("sh");
        assertThat(measured.processes().get(0).peakBytes()).isPositive();
    }

    @Test
    void theTimeOfAScriptIsMeasuredFromItsStart() throws Exception {
        Measured measured = Program.timing(trial(20), "ms", "exit_code=0; true").run();
        assertThat(measured.samples().get("ms")).hasSize(1).allMatch(ms -> ms > 0);
    }

    @Test
    void aProgramThatFailsIsReportedWithWhatItSaid() {
        assertThatThrownBy(() -> sh("echo out; echo wrong >&2; exit 3").run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("out")
                .hasMessageContaining("wrong");
    }

    @Test
    void aScriptThatFailsIsNoSample() {
        assertThatThrownBy(() -> Program.timing(trial(20), "ms", "false").run()).isInstanceOf(IOException.class);
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() {
        Program hanging = Program.of(trial(1), List.of("sh", "-c", "sleep 600 & echo $! > pid; wait"));
        assertThatThrownBy(hanging::run).isInstanceOf(TimeoutException.class);
        assertThat(directory.resolve("pid"))
                .content()
                .satisfies(pid -> assertThat(
                                ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive))
                        .isEmpty());
    }

    @Test
    void processorTimeOfChildrenThatEndedIsCounted() throws Exception {
        Measured measured = sh("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; echo end; read x")
                .run();
        assertThat(measured.processes().stream()
                        .mapToDouble(ProcessUse::cpuSeconds)
                        .sum())
                .isPositive();
    }

    private Program sh(String script) {
        return Program.of(trial(20), List.of("sh", "-c", script));
    }

    private Trial trial(long seconds) {
        return new Trial(Path.of(System.getProperty("java.home")), directory, Duration.ofSeconds(seconds), 1);
    }
}

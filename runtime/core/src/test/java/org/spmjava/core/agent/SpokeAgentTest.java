package org.spmjava.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A Spoke in a process of its own, since it ends its process. */
class SpokeAgentTest {

    @Test
    void nothingStartsBeforeTheLastReportHasLeftAndTheProcessEndsAfterItsLast() throws Exception {
        List<String> lines = new ArrayList<>();
        Process process = start();
        try {
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(lines::add);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(lines)
                .containsExactly(
                        "first starts", "Returned taken", "flushed", "second starts", "Failed taken", "flushed");
        assertThat(process.exitValue()).isEqualTo(SpokeExit.HALTED);
    }

    private static Process start() throws IOException {
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        argv.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        argv.addAll(List.of("-cp", System.getProperty("java.class.path"), StubbornHub.class.getName()));
        return new ProcessBuilder(argv).redirectError(Redirect.INHERIT).start();
    }
}

package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Census.class)
class KilledHubTest {

    @TempDir
    private Path temporary;

    private Process startHub(Path first, Path second) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.add("-XX:-UsePerfData");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HubUnderTest.class.getName()));
        command.addAll(List.of(first.toString(), second.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    private void assertNothingIsLeftAfter(String signal) throws Exception {
        SortedSet<String> before = Census.take();
        Path first = temporary.resolve("first");
        Path second = temporary.resolve("second");
        Process hub = startHub(first, second);
        Spokes.awaitSignature(first);
        Spokes.awaitSignature(second);
        assertThat(Census.take()).anyMatch(found -> found.startsWith("file /dev/shm/spm-"));

        new ProcessBuilder("kill", signal, Long.toString(hub.pid())).start().waitFor();

        assertThat(hub.waitFor(3, TimeUnit.SECONDS)).isTrue();
        Census.awaitNothingBeyond(before, Duration.ofSeconds(3));
    }

    @Test
    void afterKillNineOfTheHubNothingIsLeftWithinThreeSeconds() throws Exception {
        assertNothingIsLeftAfter("-KILL");
    }

    @Test
    void afterATerminatedHubNothingIsLeftEither() throws Exception {
        assertNothingIsLeftAfter("-TERM");
    }
}

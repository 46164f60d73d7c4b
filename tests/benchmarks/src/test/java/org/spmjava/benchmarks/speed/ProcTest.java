package org.spmjava.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcTest {

    @Test
    void aNameMayContainAnything() {
        Proc.Look look = Proc.parseStat("42 (a) b (c) S 7 1 1 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 9 0 12345 1 1\n");
        assertThat(look).isEqualTo(new Proc.Look(42, 7, 12_345, 2.0, 0.5));
    }

    @Test
    void aJavaProgramIsCalledByItsMainClass() {
        assertThat(Proc.role(List.of(
                        "/usr/bin/java",
                        "-XX:+UseSerialGC",
                        "--add-exports",
                        "a/b=c",
                        "-cp",
                        "x.jar",
                        "org.a.Main",
                        "y")))
                .isEqualTo("Main");
        assertThat(Proc.role(List.of("java", "@file", "Main"))).isEqualTo("Main");
    }

    @Test
    void anyOtherProgramIsCalledByItsName() {
        assertThat(Proc.role(List.of("/usr/bin/bash", "-c", "java X"))).isEqualTo("bash");
    }

    @Test
    void thisProcessUsesTimeAndMemory() throws Exception {
        assertThat(Proc.self().cpuSeconds()).isPositive();
        assertThat(Proc.peakBytes(ProcessHandle.current().pid())).isGreaterThan(1 << 20);
    }
}

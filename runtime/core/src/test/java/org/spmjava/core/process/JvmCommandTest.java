package org.spmjava.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.core.process.JvmCommand.Collector;

class JvmCommandTest {

    @TempDir
    Path parent;

    private SessionDirectory session;

    @BeforeEach
    void open() throws Exception {
        session = SessionDirectory.create(parent, parent.resolve("absent"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** What the JVM under test runs. */
    public static void main(String[] args) {
        System.out.println(String.join(" ", args));
        System.out.println(System.getProperty("java.io.tmpdir"));
        System.out.println(System.getProperty("user.flag"));
        System.out.println(Runtime.getRuntime().maxMemory() >> 20);
        System.out.println(Object.class.getModule().isExported("jdk.internal.ref", JvmCommandTest.class.getModule()));
        System.out.println(Object.class.getModule().isOpen("java.lang.reflect", JvmCommandTest.class.getModule()));
    }

    @Test
    void theJvmStartsQuietlyWithWhatItWasGiven() throws Exception {
        List<String> output = run(command()
                .maxHeapBytes(64 << 20)
                .tieredStopAtLevel(1)
                .extraFlags(List.of("-Duser.flag=mine", "-Djava.io.tmpdir=/elsewhere")));
        assertThat(output).hasSize(6);
        assertThat(output.get(0)).isEqualTo("two words");
        assertThat(output.get(1)).as("the user's flags win").isEqualTo("/elsewhere");
        assertThat(output.get(2)).isEqualTo("mine");
        assertThat(Integer.parseInt(output.get(3))).isBetween(50, 64);
        assertThat(output.subList(4, 6)).containsExactly("true", "true");
    }

    @Test
    void aLongClassPathGoesThroughAFile() throws Exception {
        String padding = (File.pathSeparator + parent.resolve("no such \"directory\" \\ ")).repeat(1_000);
        JvmCommand command = command().classPath(System.getProperty("java.class.path") + padding);

        assertThat(command.argv(session)).noneMatch(argument -> argument.length() > 32_768);
        assertThat(command.argv(session))
                .filteredOn(argument -> argument.startsWith("@"))
                .hasSize(1);
        assertThat(run(command)).contains("two words", session.temporary().toString());
    }

    @Test
    void aCrashLeavesItsReportInTheSessionAndNoCoreFile() throws Exception {
        Path directory = Files.createDirectory(parent.resolve("cwd"));
        try (ProcessLauncher launcher = new ProcessLauncher()) {
            JvmCommand command = JvmCommand.of(Owner.class.getName())
                    .collector(Collector.SERIAL)
                    .arguments(List.of(
                            "session",
                            session.temporary().toString(),
                            parent.resolve("absent").toString(),
                            "false"));
            ContainedProcess process =
                    launcher.start(ProcessSpec.of(command.argv(session)).directory(directory));
            // Until it has printed its first line, it is a shell or has no signal handlers.
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.standardOutput(), StandardCharsets.UTF_8));
            assertThat(output.lines().anyMatch(line -> line.startsWith(Owner.ANSWER)))
                    .isTrue();
            long jvmPid = javaIn(process);
            Survivors.signal("SEGV", jvmPid);

            assertThat(process.onExit().get().cause()).isEqualTo(ExitStatus.Cause.FAILED_BY_ITSELF);
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(session.temporary()).isDirectoryContaining("glob:**/hs_err_*.log");
    }

    private static long javaIn(ContainedProcess process) {
        return ProcessHandle.of(process.pid())
                .orElseThrow()
                .descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private JvmCommand command() {
        return JvmCommand.of(JvmCommandTest.class.getName()).arguments(List.of("two words"));
    }

    private List<String> run(JvmCommand command) throws Exception {
        Process process = new ProcessBuilder(command.argv(session))
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}

package org.spmjava.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.spmjava.stateguard.StateGuard;

/** Guarded classes in real processes: the Hub's and the Spokes'. */
@ExtendWith(Census.class)
class GuardTest {

    private static final String TRESPASSES = Trespasses.class.getName();

    @TempDir
    private Path temporary;

    @Test
    void everyProcessHoldsAnnotatedMethodsToTheirAnnotations() throws Exception {
        Path classes = copyOfThisModule();
        StateGuard.weave(classes);
        Map<String, String> said = run(classes, "onHub", "onSpoke", "onOfflineSpoke", "thread", "pool", "preloaded");

        assertThat(said.get("before")).isEqualTo("onSpoke ran");
        assertThat(said.get("session")).isEqualTo(refused("onSpoke", "Spoke", "Hub, offline") + "; onOfflineHub ran");
        assertThat(said.get("callback"))
                .isEqualTo("onHub ran; " + refused("onOfflineHub", "Hub, offline", "Hub, online (command 1)"));

        String onSpoke = "Spoke (SPOKE), online";
        assertThat(said.get("onHub"))
                .matches("EvalUncaught of task 'onHub' on .*SPMInvariantViolation: .*")
                .endsWith(refused("onHub", "Hub", onSpoke));
        assertThat(said.get("onSpoke")).isEqualTo("onSpoke ran");
        assertThat(said.get("onOfflineSpoke")).endsWith(refused("onOfflineSpoke", "Spoke, offline", onSpoke));
        assertThat(said.get("thread")).isEqualTo(refused("onHub", "Hub", onSpoke) + "; onOnlineSpoke ran");
        assertThat(said.get("pool")).isEqualTo(refused("onHub", "Hub", onSpoke));
        assertThat(said.get("preloaded"))
                .isEqualTo(
                        "onOfflineSpoke ran; " + refused("onOnlineSpoke", "Spoke, online", "Spoke (SPOKE), offline"));
        assertThat(said.get("after")).isEqualTo("onSpoke ran");
    }

    @Test
    void withoutGuardsNothingHoldsThem() throws Exception {
        Map<String, String> said = run(copyOfThisModule(), "onHub", "onOfflineSpoke", "preloaded");
        assertThat(said.values()).hasSize(7).allSatisfy(line -> assertThat(line).matches("(on\\w+ ran(; )?)+"));
    }

    private static String refused(String method, String expected, String found) {
        return TRESPASSES + "." + method + ": expected " + expected + ", found " + found + "; called by " + TRESPASSES
                + ".call(Trespasses.java)";
    }

    private Path copyOfThisModule() throws IOException {
        Path copy = temporary.resolve("classes");
        try (Stream<Path> files = Files.walk(thisModule())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(thisModule().relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Path thisModule() {
        return Path.of(Trespasses.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    /** What the program says under its headings, less what differs from run to run. */
    private static Map<String, String> run(Path classes, String... deeds) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.add("-XX:-UsePerfData");
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(thisModule()))
                .collect(Collectors.joining(File.pathSeparator, classes + File.pathSeparator, ""));
        command.addAll(List.of("-cp", classPath, TRESPASSES));
        command.addAll(List.of(deeds));
        Process hub =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        try {
            Map<String, String> said = new TreeMap<>();
            new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("spoke-\\d+\\.\\d+\\)", "SPOKE)")
                    .replaceAll("java:\\d+", "java")
                    .lines()
                    .map(line -> line.split(": ", 2))
                    .forEach(line -> said.put(line[0], line[1]));
            assertThat(hub.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(hub.exitValue()).isZero();
            return said;
        } finally {
            hub.destroyForcibly();
        }
    }
}

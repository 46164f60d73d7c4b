package org.spmjava.core.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small JVM that owns processes or directories, for tests that kill or stop an owner. */
final class Owner implements AutoCloseable {

    static final String ANSWER = "> ";

    private final Process process;
    private final BufferedReader output;

    private Owner(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@link #main} with these arguments; what it prints can be read line by line. */
    static Owner start(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Its own environment stays unmarked: the tests count what it starts, not the owner.
        environment.forEach((name, value) -> builder.environment().put("PASS_" + name, value));
        return new Owner(builder.start());
    }

    static List<String> argv(String... arguments) {
        List<String> argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName()));
        argv.addAll(List.of(arguments));
        return argv;
    }

    long pid() {
        return process.pid();
    }

    /** The next line that {@link #main} printed as an answer, without what it logged; null at the end. */
    String readLine() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(ANSWER)) {
            line = output.readLine();
        }
        return line == null ? null : line.substring(ANSWER.length());
    }

    /** Kills it with SIGKILL, and returns when it is dead. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "contain" -> contain(Containment.Level.valueOf(args[1]), Long.parseLong(args[2]));
            case "shell" -> shell(args[1], Long.parseLong(args[2]));
            case "warm" -> warm(args[1]);
            case "session" -> session(Path.of(args[1]), Path.of(args[2]), Boolean.parseBoolean(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void contain(Containment.Level level, long leaseMs) throws Exception {
        ProcessLauncher launcher = new ProcessLauncher(Containment.atMost(level));
        launcher.start(ProcessSpec.of("sh", "-c", Survivors.LEAVE_DAEMON + "echo '> ready'; sleep 1000")
                        .environment(passedOn())
                        .lease(Duration.ofMillis(leaseMs))
                        .standardOutput(ProcessBuilder.Redirect.INHERIT))
                .onExit()
                .join();
    }

    private static void shell(String command, long timeoutMs) throws Exception {
        ShellOutcome outcome = new ShellCoprocess(new ProcessLauncher())
                .run(ShellCommand.of(command, Duration.ofMillis(timeoutMs)).withEnvironment(passedOn()));
        System.out.println(ANSWER + Containment.probe().level() + " " + outcome.exitCode() + " " + outcome.timedOut()
                + " " + outcome.standardOutput().strip());
    }

    /** Runs a command with a warm shell that stays. */
    private static void warm(String command) throws Exception {
        ProcessLauncher launcher = new ProcessLauncher();
        ShellCoprocess.warm(launcher).run(ShellCommand.of(command, Duration.ofMinutes(1)));
        System.out.println(ANSWER + "runner " + launcher.live().get(0).pid());
        Thread.currentThread().join();
    }

    private static void session(Path temporaryParent, Path sharedMemoryParent, boolean withJanitor) throws Exception {
        SessionDirectory session = SessionDirectory.create(temporaryParent, sharedMemoryParent);
        long janitorPid = withJanitor ? Janitor.start(session).pid() : 0;
        System.out.println(ANSWER + session.temporary());
        System.out.println(ANSWER + session.sharedMemory());
        System.out.println(ANSWER + janitorPid);
        Thread.currentThread().join();
    }

    private static Map<String, String> passedOn() {
        Map<String, String> variables = new HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("PASS_")) {
                variables.put(name.substring("PASS_".length()), value);
            }
        });
        return variables;
    }
}

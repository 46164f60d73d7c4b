package org.spmjava.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs another program to its end. */
final class Command {

    /** Longer than anything here takes on a busy machine. */
    private static final long TIMEOUT_MINUTES = 3;

    private Command() {}

    /** A program of the JDK that runs this. */
    static String ofJdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Runs a program in this process's environment. */
    static String run(List<String> command) throws IOException, InterruptedException, TimeoutException {
        return run(command, Map.of());
    }

    /**
     * Runs a program, and gives what it said.
     *
     * @param environment what is set beside this process's own
     * @throws IllegalStateException with what it said, if it fails
     * @throws TimeoutException if it does not end in time; it is ended then
     */
    static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException, TimeoutException {
        Path said = Files.createTempFile("command", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
                String text = Files.readString(said);
                if (!ended) {
                    throw new TimeoutException(command.get(0) + " did not end in " + TIMEOUT_MINUTES + " minutes");
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(command.get(0) + " failed:\n" + text);
                }
                return text;
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }
}

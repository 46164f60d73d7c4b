package org.spmjava.benchmarks.speed;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that a machine has or has not. */
public final class Installed {

    private static final long SECONDS = 10;

    private Installed() {}

    /** Where a program is, by {@code PATH}; empty if it is not installed. */
    public static Optional<Path> find(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Why a program cannot be run; empty if it can. */
    public static Optional<String> missing(String program) {
        return find(program).isPresent() ? Optional.empty() : Optional.of("not installed: " + program);
    }

    /** The first line of what a program prints; empty if it does not. */
    public static String firstLine(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            process.getOutputStream().close();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                String line = lines.readLine();
                // The rest is read as well: a program that cannot write would fail.
                lines.lines().forEach(further -> {});
                process.waitFor(SECONDS, TimeUnit.SECONDS);
                return line == null ? "" : line.strip();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

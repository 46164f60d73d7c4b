package org.spmjava.benchmarks.speed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs in C on MPI, compiled where they are measured. */
public final class Mpi {

    private static final String COMPILER = "mpicc";
    private static final String LAUNCHER = "mpirun";
    private static final long COMPILE_SECONDS = 60;

    /** Asked once, and only if somebody wants to know. */
    private static final class Version {
        static final String TEXT = Installed.firstLine(LAUNCHER, "--version");
    }

    private Mpi() {}

    /** Why there is no MPI here; empty if there is. */
    public static Optional<String> missing() {
        List<String> lacking = Stream.of(COMPILER, LAUNCHER)
                .filter(name -> Installed.find(name).isEmpty())
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not installed: " + String.join(", ", lacking) + " (Debian: openmpi-bin, libopenmpi-dev)");
    }

    /** What it is; empty if there is none. */
    public static String version() {
        return Version.TEXT;
    }

    /**
     * Compiles a program, and says how it is run. Rank 0 has the standard input and output. Ranks that wait yield their
     * core, as MPI does by itself when there are more of them than cores.
     *
     * @param source its file in {@code src/main/c}
     * @param ranks how many processes
     * @throws IOException if it does not compile; with what the compiler said
     */
    public static Program program(Trial trial, String source, int ranks, Object... arguments)
            throws IOException, InterruptedException {
        Path program = trial.directory().resolve(source.replace(".c", ""));
        if (!Files.exists(program)) {
            compile(trial, source, program);
        }
        List<String> command = new ArrayList<>(List.of(
                LAUNCHER,
                "-np",
                "" + ranks,
                "--oversubscribe",
                "--mca",
                "btl",
                "^tcp",
                "--mca",
                "oob_tcp_if_include",
                "lo",
                program.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        // Refused to root without these; whoever is root here, for example in a container, knows it.
        return Program.of(trial, command)
                .environment("OMPI_ALLOW_RUN_AS_ROOT", "1")
                .environment("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    }

    private static void compile(Trial trial, String source, Path program) throws IOException, InterruptedException {
        Path file = trial.directory().resolve(source);
        try (InputStream text = Mpi.class.getResourceAsStream("/c/" + source)) {
            if (text == null) {
                throw new IOException("there is no c/" + source + " on the class path");
            }
            Files.copy(text, file);
        }
        Path said = trial.directory().resolve(source + ".log");
        Process compiler = new ProcessBuilder(
                        COMPILER, "-O3", "-march=native", "-o", program.toString(), file.toString(), "-lm")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = compiler.waitFor(COMPILE_SECONDS, TimeUnit.SECONDS);
        compiler.destroyForcibly();
        if (!ended || compiler.exitValue() != 0) {
            throw new IOException(COMPILER + " failed: " + Files.readString(said));
        }
    }
}

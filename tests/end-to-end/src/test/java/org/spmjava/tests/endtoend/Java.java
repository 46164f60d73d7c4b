package org.spmjava.tests.endtoend;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program with this test's class path, as a user's shell would. */
final class Java {

    private Java() {}

    /**
     * What came of it.
     *
     * @param exitCode the program's
     * @param output what it printed to both streams
     */
    record Run(int exitCode, String output) {}

    static Run run(String main, String... args) throws Exception {
        return run(List.of(), main, args);
    }

    /** Runs it with flags of its own for the JVM. */
    static Run run(List<String> flags, String main, String... args) throws Exception {
        return run(ProcessBuilder.Redirect.PIPE, flags, main, args);
    }

    /** Runs it with a file as its standard input. */
    static Run run(Path input, String main, String... args) throws Exception {
        return run(ProcessBuilder.Redirect.from(input.toFile()), List.of(), main, args);
    }

    private static Run run(ProcessBuilder.Redirect input, List<String> flags, String main, String... args)
            throws Exception {
        Process process = new ProcessBuilder(command(flags, main, args))
                .redirectInput(input)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** The words that start a program. */
    static List<String> command(List<String> flags, String main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("spm.jvm.flags").split(" ")));
        command.add("-XX:-UsePerfData");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        return command;
    }
}

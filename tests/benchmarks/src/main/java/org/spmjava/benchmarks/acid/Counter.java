package org.spmjava.benchmarks.acid;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that counts words.
 *
 * @param name for people
 * @param command its command line; prints {@code took SECONDS} after each of several runs, if it does several
 * @param environment what it needs beside its command line
 * @param repeats whether it is run in each turn, or once, since it takes long
 */
record Counter(String name, List<String> command, Map<String, String> environment, boolean repeats) {

    private static final String TOOK = "took ";
    private static final double NS_PER_S = 1e9;

    /**
     * One run of the program.
     *
     * @param wholeS from its start to its end, in seconds
     * @param eachS what it printed of its own runs, in seconds
     */
    record Taken(double wholeS, List<Double> eachS) {}

    /** Runs it; what it prints on its error stream goes into a file. */
    Taken run(Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        List<Double> eachS = new ArrayList<>();
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines()
                    .filter(line -> line.startsWith(TOOK))
                    .map(line -> Double.valueOf(line.substring(TOOK.length())))
                    .forEach(eachS::add);
            int exitCode = process.waitFor();
            double wholeS = (System.nanoTime() - start) / NS_PER_S;
            if (exitCode != 0) {
                throw new IOException(name + " ended with exit code " + exitCode + ", see " + log);
            }
            return new Taken(wholeS, eachS);
        } finally {
            process.destroyForcibly();
        }
    }
}

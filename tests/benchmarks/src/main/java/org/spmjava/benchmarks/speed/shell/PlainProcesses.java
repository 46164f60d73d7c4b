package org.spmjava.benchmarks.speed.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spmjava.benchmarks.speed.Told;

/** The floor under ours: the same commands by the JDK's {@code ProcessBuilder}, two at a time, and not contained. */
final class PlainProcesses {

    private static final int AT_A_TIME = 2;
    private static final int WARMING = 40;

    private PlainProcesses() {}

    /**
     * Runs commands.
     *
     * @param args by threes, as for {@link ShellHub}
     */
    public static void main(String[] args) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        run(threads, args[1], WARMING);
        for (int i = 0; i < args.length; i += 3) {
            long sinceNs = System.nanoTime();
            run(threads, args[i + 1], Integer.parseInt(args[i + 2]));
            Told.figure(args[i], (System.nanoTime() - sinceNs) / 1e6);
        }
        threads.shutdown();
        Told.end();
    }

    private static void run(ExecutorService threads, String command, int times) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(threads.submit(() -> runOne(command)));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static Void runOne(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectError(Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        return null;
    }
}

package org.spmjava.benchmarks.speed.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker's process: a JVM like this one. It ends when this one closes it, or ends. */
final class Worker implements AutoCloseable {

    private static final long END_SECONDS = 5;

    private final Process process;
    private final BufferedReader lines;

    private Worker(Process process) {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one. Its main says {@link #ready} some day. */
    static Worker start(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Worker(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Waits until it is ready. */
    String awaitReady() throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("ready\t")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("a worker ended before it was ready");
        }
        return line.substring("ready\t".length());
    }

    /**
     * In the worker: it is ready, and where it is reached. From now on the process ends with the one that started it.
     */
    static void ready(String address) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() != -1) {
                            // Nothing is said to it: what counts is the end.
                        }
                    } catch (IOException e) {
                        // The same.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "worker-watch");
        watch.setDaemon(true);
        watch.start();
        System.out.println("ready\t" + address);
        System.out.flush();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

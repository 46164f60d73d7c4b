package org.spmjava.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A program that is measured: it says its samples on its standard output, as {@link Told} describes, and the suite
 * looks at all of its processes before they end. Immutable.
 */
public final class Program {

    private static final double NS_PER_MS = 1e6;
    private static final int REMEMBERED_LINES = 30;
    private static final long END_SECONDS = 20;

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Program::endEverything, "program-end"));
    }

    private final Trial trial;
    private final List<String> command;
    private final Map<String, String> environment;

    private Program(Trial trial, List<String> command, Map<String, String> environment) {
        this.trial = trial;
        this.command = command;
        this.environment = environment;
    }

    /** A program with this one's environment. */
    public static Program of(Trial trial, List<String> command) {
        return new Program(trial, List.copyOf(command), Map.of());
    }

    /**
     * A script of {@code sh} that says nothing by itself: what is measured is how long it takes, in ms.
     *
     * @param figure what this is called
     */
    public static Program timing(Trial trial, String figure, String script) {
        String told = "; code=$?; printf 'reached\\t%s\\nend\\n' '" + figure + "'; read answer; exit $code";
        return of(trial, List.of("sh", "-c", "{ " + script + "; } >/dev/null" + told));
    }

    /** With one more variable in its environment. */
    public Program environment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Program(trial, command, more);
    }

    /**
     * Runs it to its end.
     *
     * @return what it said, and what its processes used
     * @throws IOException if it does not start, or its exit code is not 0; with what it said
     * @throws TimeoutException if it takes longer than the trial may; all its processes are ended
     */
    public Measured run() throws IOException, InterruptedException, TimeoutException {
        Path errors = Files.createTempFile(trial.directory(), "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(trial.directory().toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "program-clock");
            thread.setDaemon(true);
            return thread;
        });
        long startNs = System.nanoTime();
        Process process = builder.start();
        RUNNING.add(process);
        AtomicReference<List<ProcessHandle>> late = new AtomicReference<>(List.of());
        try {
            clock.schedule(
                    () -> {
                        late.set(allOf(process));
                        late.get().forEach(ProcessHandle::destroyForcibly);
                    },
                    trial.limit().toNanos(),
                    TimeUnit.NANOSECONDS);
            return new Conversation(process, startNs)
                    .hold(errors, () -> !late.get().isEmpty());
        } finally {
            clock.shutdownNow();
            List<ProcessHandle> rest = allOf(process);
            rest.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(Stream.concat(rest.stream(), late.get().stream()));
            RUNNING.remove(process);
        }
    }

    private static void endEverything() {
        RUNNING.forEach(process -> allOf(process).forEach(ProcessHandle::destroyForcibly));
    }

    /** The first first: it might start others. */
    private static List<ProcessHandle> allOf(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void awaitEnd(Stream<ProcessHandle> all) {
        CompletableFuture.allOf(all.map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private final class Conversation {

        private final Process process;
        private final long startNs;
        private final ProcessWatch watch;
        private final Deque<String> remembered = new ArrayDeque<>();
        private Measured measured = Measured.nothing();

        Conversation(Process process, long startNs) throws IOException {
            this.process = process;
            this.startNs = startNs;
            watch = new ProcessWatch(process.pid());
        }

        Measured hold(Path errors, BooleanSupplier isLate) throws IOException, InterruptedException, TimeoutException {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    hear(line);
                }
            } catch (IOException e) {
                if (!isLate.getAsBoolean()) {
                    throw new IOException(command.get(0) + " broke off" + heard(errors), e);
                }
            }
            boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            if (isLate.getAsBoolean() || !ended) {
                throw new TimeoutException(Proc.role(command) + " did not end within "
                        + trial.limit().toSeconds() + " s" + heard(errors));
            }
            if (process.exitValue() != 0) {
                throw new IOException(Proc.role(command) + " ended with " + process.exitValue() + heard(errors));
            }
            return measured.and(new Measured(Map.of(), watch.uses()));
        }

        private void hear(String line) throws IOException {
            long heardNs = System.nanoTime();
            String[] fields = line.split("\t");
            switch (fields[0]) {
                case "figure" -> measured = measured.with(fields[1], Double.parseDouble(fields[2]));
                case "reached" -> measured = measured.with(fields[1], (heardNs - startNs) / NS_PER_MS);
                case "cpu" -> {
                    measured = measured.with(fields[1], cpuPercent(Double.parseDouble(fields[2])));
                    answer();
                }
                case "end" -> {
                    watch.look();
                    answer();
                }
                default -> remember(line);
            }
        }

        private void remember(String line) {
            remembered.add(line);
            if (remembered.size() > REMEMBERED_LINES) {
                remembered.remove();
            }
        }

        private double cpuPercent(double seconds) throws IOException {
            watch.look();
            long sinceNs = System.nanoTime();
            double before = watch.cpuSeconds();
            Pause.ofNanos((long) (seconds * 1e9));
            watch.look();
            return (watch.cpuSeconds() - before) * 1e9 / (System.nanoTime() - sinceNs) * 100;
        }

        private void answer() throws IOException {
            OutputStream to = process.getOutputStream();
            to.write('\n');
            to.flush();
        }

        private String heard(Path errors) throws IOException {
            List<String> said = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
            List<String> last = said.subList(Math.max(0, said.size() - REMEMBERED_LINES), said.size());
            String all = String.join("\n", remembered) + "\n" + String.join("\n", last);
            return all.isBlank() ? "" : ":\n" + all.strip();
        }
    }
}

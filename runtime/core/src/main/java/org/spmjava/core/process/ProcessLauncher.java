package org.spmjava.core.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts contained processes and knows those that live. Thread-safe.
 *
 * <p>Guaranteed, at the namespace levels of {@link Containment}: whatever a process started, by whatever means, ends
 * with it; and it ends when this JVM ends, in whatever way, or freezes for longer than the process's lease. At every
 * level with a guard, a crash writes no core file, unless the task itself raises its soft limit.
 */
public final class ProcessLauncher implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Containment containment;
    private final Set<ContainedProcess> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A launcher with the best containment that works here. */
    public ProcessLauncher() {
        this(Containment.probe());
    }

    /** A launcher with the given containment. */
    public ProcessLauncher(Containment containment) {
        this.containment = Objects.requireNonNull(containment, "containment");
    }

    /** How its processes are contained. */
    public Containment containment() {
        return containment;
    }

    /**
     * Starts a process. Not interruptible; takes some milliseconds.
     *
     * <p>A program that cannot be found or executed is not an exception but an exit code, 127 or 126, with a line on
     * standard error, because it is the guard that starts it.
     *
     * @throws IOException if the system refuses to start a process, or if the working directory does not exist
     * @throws IllegalStateException if this launcher is closed
     */
    public ContainedProcess start(ProcessSpec spec) throws IOException {
        requireOpen();
        ProcessBuilder builder = new ProcessBuilder(containment.wrap(spec.argv(), spec.lease()))
                .redirectOutput(spec.standardOutput())
                .redirectError(spec.standardError())
                .redirectErrorStream(spec.isErrorMerged());
        builder.environment().putAll(spec.environment());
        spec.directory().ifPresent(path -> builder.directory(path.toFile()));
        if (!containment.isGuarded()) {
            builder.redirectInput(Redirect.from(new File("/dev/null")));
        }
        return watched(new ContainedProcess(
                SpawnThread.shared().start(builder), spec, containment, containment.isGuarded(), live::remove));
    }

    /**
     * Starts a process as PID 1 of a namespace, without a guard and thus without a lease: its standard input is the
     * caller's, and it does not end when this JVM freezes.
     *
     * @throws IOException if the system refuses to start a process
     * @throws IllegalStateException if this launcher is closed, or if its containment is no namespace
     */
    ContainedProcess startUnguarded(ProcessSpec spec) throws IOException {
        requireOpen();
        ProcessBuilder builder = new ProcessBuilder(containment.enclose(spec.argv()));
        return watched(
                new ContainedProcess(SpawnThread.shared().start(builder), spec, containment, false, live::remove));
    }

    private ContainedProcess watched(ContainedProcess process) {
        live.add(process);
        process.watch();
        if (closed) {
            process.destroyForcibly();
            requireOpen();
        }
        return process;
    }

    /** The processes that were started here and have not ended, as a snapshot. */
    public List<ContainedProcess> live() {
        return List.copyOf(live);
    }

    /**
     * Destroys all processes that live, and waits up to 5 s until they have ended; {@link #live()} then tells which did
     * not. Idempotent. An interrupt ends the waiting and stays set.
     */
    @Override
    public void close() {
        closed = true;
        List<ContainedProcess> rest = live();
        rest.forEach(ContainedProcess::destroyForcibly);
        long deadlineNs = System.nanoTime() + CLOSE_LIMIT.toNanos();
        try {
            for (ContainedProcess process : rest) {
                process.awaitExit(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this launcher is closed");
        }
    }
}

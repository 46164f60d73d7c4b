package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running, or ended, process and everything that it started. Thread-safe.
 *
 * <p>At the namespace levels of {@link Containment} its exit means that all of this has ended, with one exception: if
 * somebody else killed the outermost process, the others follow within milliseconds.
 */
public final class ContainedProcess {

    private static final long LAST_RESORT_MS = 1_000;
    private static final Executor LAST_RESORT =
            CompletableFuture.delayedExecutor(LAST_RESORT_MS, TimeUnit.MILLISECONDS, Runnable::run);

    private final Process process;
    private final String commandLine;
    private final Containment containment;
    private final Consumer<ContainedProcess> whenEnded;
    private final LeaseKeeper.Lease lease;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final AtomicBoolean destroyed = new AtomicBoolean();

    ContainedProcess(Process process, ProcessSpec spec, Containment containment, Consumer<ContainedProcess> whenEnded) {
        this.process = process;
        this.commandLine = spec.toString();
        this.containment = containment;
        this.whenEnded = whenEnded;
        this.lease = containment.isGuarded()
                ? LeaseKeeper.shared().keep(process.pid(), process.getOutputStream(), spec.lease())
                : null;
    }

    void watch() {
        process.onExit().thenAccept(ended -> {
            if (lease != null) {
                lease.release();
            }
            whenEnded.accept(this);
            exit.complete(new ExitStatus(ended.exitValue()));
        });
    }

    /** The process id of the outermost process, as seen by this JVM. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return !exit.isDone();
    }

    /**
     * Completes, once and always normally, when the process has ended. Each call returns another future: completing or
     * cancelling one touches nobody else. Dependents run on a thread that must not be blocked.
     */
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    /** How it ended, or empty if it has not. */
    public Optional<ExitStatus> exitStatus() {
        return Optional.ofNullable(exit.getNow(null));
    }

    /**
     * Waits until it has ended.
     *
     * @return how it ended, or empty if it has not within {@code timeout}
     */
    public Optional<ExitStatus> awaitExit(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            return Optional.of(exit.get(timeout, unit));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    /** Its standard output; empty unless that is piped. Must be read, for a full pipe stops the process. */
    public InputStream standardOutput() {
        return process.getInputStream();
    }

    /** Its standard error; empty unless that is piped on its own. Must be read, for a full pipe stops the process. */
    public InputStream standardError() {
        return process.getErrorStream();
    }

    /**
     * Ends it, and everything that it started, by SIGKILL. Returns at once; {@link #onExit()} tells when it is done.
     * Idempotent; does nothing to a process that has ended.
     */
    public void destroyForcibly() {
        if (!destroyed.compareAndSet(false, true) || !isAlive()) {
            return;
        }
        if (lease != null) {
            lease.release();
        }
        switch (containment.level()) {
            case NAMESPACE_ROOT, NAMESPACE_USER -> {
                // The guard rather than the outermost process: that one then waits for the whole namespace to be gone
                // before it ends, so that its exit is the proof. Without a guard yet, there is nothing inside.
                guard().ifPresentOrElse(ProcessHandle::destroyForcibly, process::destroyForcibly);
                closeLeasePipe();
                killLater();
            }
            case PROCESS_TREE -> {
                // Only the guard can find the task's descendants, so it must not be killed before it has.
                closeLeasePipe();
                killLater();
            }
            case NONE -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private Optional<ProcessHandle> guard() {
        try {
            String children = Files.readString(Path.of("/proc/" + pid() + "/task/" + pid() + "/children"));
            return children.isBlank()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(children.strip().split(" ")[0]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void closeLeasePipe() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is broken, and thus as closed as it can be.
        }
    }

    /** For an outermost process that is stopped, and cannot notice that its guard is dead. */
    private void killLater() {
        LAST_RESORT.execute(() -> {
            if (isAlive()) {
                process.destroyForcibly();
            }
        });
    }

    /** For messages. */
    @Override
    public String toString() {
        return "process " + pid() + " (" + commandLine + ")";
    }
}

package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static final long WAITER_STACK_BYTES = 256 << 10;
    private static final ExecutorService WAITERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "spm-process-waiter", WAITER_STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final String commandLine;
    private final boolean inNamespace;
    private final Consumer<ContainedProcess> whenEnded;
    private final LeaseKeeper.Lease lease;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final AtomicBoolean destroyed = new AtomicBoolean();

    ContainedProcess(
            Process process,
            ProcessSpec spec,
            Containment containment,
            boolean guarded,
            Consumer<ContainedProcess> whenEnded) {
        this.process = process;
        this.commandLine = spec.toString();
        this.inNamespace = containment.isNamespace();
        this.whenEnded = whenEnded;
        this.lease = guarded ? LeaseKeeper.shared().keep(process.pid(), process.getOutputStream(), spec.lease()) : null;
    }

    void watch() {
        // Not Process.onExit(): that reports through the common pool, which a task may have filled with its own work.
        WAITERS.execute(this::waitForExit);
    }

    private void waitForExit() {
        while (true) {
            try {
                // A status that the system could not tell is -1; it must not keep this future open.
                int code = process.waitFor() & 0xFF;
                if (lease != null) {
                    lease.release();
                }
                whenEnded.accept(this);
                exit.complete(statusOf(code));
                return;
            } catch (InterruptedException e) {
                // Not from here: nobody else knows this thread. It has to wait on.
                Thread.interrupted();
            }
        }
    }

    private ExitStatus statusOf(int code) {
        ExitStatus status = new ExitStatus(code);
        // This JVM took the lease away on purpose, or killed PID 1, of which unshare says nothing: its ways to kill.
        boolean killed = destroyed.get() && (status.isLeaseLost() || (lease == null && inNamespace));
        return killed ? ExitStatus.signalled(ExitStatus.SIGKILL) : status;
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
     * cancelling one touches nobody else.
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

    /** Its standard input; the pipe of the lease if it has one. */
    OutputStream standardInput() {
        return process.getOutputStream();
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
     * Ends it, and everything that it started, by SIGKILL. Returns at once; {@link #onExit()} tells when it is done,
     * and reports SIGKILL. Idempotent; does nothing to a process that has ended.
     */
    public void destroyForcibly() {
        if (!destroyed.compareAndSet(false, true) || !isAlive()) {
            return;
        }
        if (lease != null) {
            lease.release();
            // The end of the pipe, not a signal: the guard then ends the rest before the outermost process ends, so
            // that
            // its exit is the proof; and without a namespace nobody but the guard can find the rest.
            closeInput();
            LAST_RESORT.execute(this::kill);
        } else if (inNamespace) {
            // Its child is PID 1: with it ends the namespace, and only then the outermost process.
            closeInput();
            List<ProcessHandle> init = process.children().toList();
            init.forEach(ProcessHandle::destroyForcibly);
            if (init.isEmpty()) {
                kill();
            }
            LAST_RESORT.execute(this::kill);
        } else {
            List<ProcessHandle> descendants = process.descendants().toList();
            kill();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** For a guard, or an outermost process, that is stopped and cannot notice that it is over. */
    private void kill() {
        if (isAlive()) {
            // Through the handle: Process.destroyForcibly() would also close the outputs, unread.
            process.toHandle().destroyForcibly();
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is broken, and thus as closed as it can be.
        }
    }

    /** For messages. */
    @Override
    public String toString() {
        return "process " + pid() + " (" + commandLine + ")";
    }
}

package org.spmjava.core.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs stand-alone programs through {@code /bin/sh}, contained, each with its own timeout. Thread-safe; one run
 * occupies the calling thread and one thread for each captured stream.
 *
 * <p>A {@linkplain #warm warm} one keeps a shell and its namespace for the next command. What a command started is
 * ended with it all the same; only what the namespace is made of is not made anew.
 */
public final class ShellCoprocess {

    /** How long to wait for what must follow at once; more than enough on a busy machine. */
    private static final long SETTLE_NS = TimeUnit.SECONDS.toNanos(3);

    private static final ExecutorService PUMPS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "spm-shell-pump");
        thread.setDaemon(true);
        return thread;
    });

    private final ProcessLauncher launcher;
    private final boolean warm;
    private final Deque<ShellRunner> idle = new ConcurrentLinkedDeque<>();

    /** Runs its commands with the given launcher. */
    public ShellCoprocess(ProcessLauncher launcher) {
        this(launcher, false);
    }

    private ShellCoprocess(ProcessLauncher launcher, boolean warm) {
        this.launcher = Objects.requireNonNull(launcher, "launcher");
        this.warm = warm;
    }

    /**
     * Runs its commands with the given launcher, and where that has namespaces keeps as many of them as were ever used
     * at a time, until the launcher is closed. For owners that are contained themselves: commands end when their owner
     * does, but have no lease of their own.
     */
    public static ShellCoprocess warm(ProcessLauncher launcher) {
        return new ShellCoprocess(launcher, launcher.containment().isNamespace());
    }

    /**
     * Runs a command and waits until it, and everything that it started, has ended. A daemon that it leaves behind does
     * not delay the call: it dies with the command. The command's standard input is empty.
     *
     * <p>When the timeout passes, all of it is killed, and the outcome says {@code timedOut} and carries what was
     * captured.
     *
     * @throws IOException if the command cannot be started
     * @throws InterruptedException if the calling thread is interrupted; the command is ended first
     */
    public ShellOutcome run(ShellCommand command) throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the command was started");
        }
        return warm && ShellRunner.takes(command) ? runWarm(command, startNs) : runAlone(command, startNs);
    }

    private ShellOutcome runWarm(ShellCommand command, long startNs) throws IOException, InterruptedException {
        ShellRunner runner = idle.pollFirst();
        while (runner != null && !runner.isUsable()) {
            runner = idle.pollFirst();
        }
        if (runner == null) {
            runner = ShellRunner.start(launcher);
        }
        ShellOutcome outcome = runner.run(command, startNs);
        if (runner.isUsable()) {
            idle.addFirst(runner);
        }
        return outcome;
    }

    private ShellOutcome runAlone(ShellCommand command, long startNs) throws IOException, InterruptedException {
        ContainedProcess process = launcher.start(specOf(command));
        BoundedCapture out = new BoundedCapture(command.captureLimitBytes());
        BoundedCapture err = new BoundedCapture(command.captureLimitBytes());
        List<Future<?>> pumps = new ArrayList<>(2);
        boolean timedOut = false;
        Optional<ExitStatus> exit;
        try {
            pumps.add(pump(process.standardOutput(), out));
            if (command.capture() == ShellCommand.Capture.BOTH) {
                pumps.add(pump(process.standardError(), err));
            }
            long deadlineNs = startNs + command.timeout().toNanos();
            exit = process.awaitExit(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (exit.isEmpty()) {
                timedOut = true;
                process.destroyForcibly();
                exit = process.awaitExit(SETTLE_NS, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            settle(process);
            throw e;
        }
        awaitPumps(pumps);
        Duration duration = Duration.ofNanos(System.nanoTime() - startNs);
        return new ShellOutcome(
                exit.orElse(ExitStatus.signalled(ExitStatus.SIGKILL)),
                out.text(),
                err.text(),
                duration,
                timedOut,
                out.isTruncated() || err.isTruncated());
    }

    private static ProcessSpec specOf(ShellCommand command) {
        ProcessSpec spec = ProcessSpec.of("/bin/sh", "-c", command.command()).environment(command.environment());
        if (command.directory().isPresent()) {
            spec = spec.directory(command.directory().get());
        }
        return switch (command.capture()) {
            case OUTPUT -> spec.standardError(Redirect.DISCARD);
            case BOTH -> spec;
            case MERGED -> spec.standardErrorMerged();
        };
    }

    private static Future<?> pump(InputStream from, BoundedCapture to) {
        return PUMPS.submit(() -> to.drain(from));
    }

    /**
     * The process has ended, and with its namespace every writer: the pumps only have to read what is left. Where there
     * is no namespace, a daemon may hold a pipe for ever; then its pump is left to it.
     */
    private static void awaitPumps(List<Future<?>> pumps) throws InterruptedException {
        long deadlineNs = System.nanoTime() + SETTLE_NS;
        for (Future<?> pump : pumps) {
            try {
                pump.get(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading a command's output failed", e.getCause());
            }
        }
    }

    static void settle(ContainedProcess process) {
        boolean interrupted = false;
        long deadlineNs = System.nanoTime() + SETTLE_NS;
        while (process.isAlive() && System.nanoTime() - deadlineNs < 0) {
            try {
                process.awaitExit(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

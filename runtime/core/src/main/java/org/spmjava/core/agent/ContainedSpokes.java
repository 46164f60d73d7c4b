package org.spmjava.core.agent;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.process.ContainedProcess;
import org.spmjava.core.process.ExitStatus;
import org.spmjava.core.process.JvmCommand;
import org.spmjava.core.process.ProcessLauncher;
import org.spmjava.core.process.ProcessSpec;
import org.spmjava.core.process.SessionDirectory;
import org.spmjava.core.tracker.Exit;

/** Spokes as JVMs of their own on this host, each contained: with it ends all that it started. */
public final class ContainedSpokes implements SpokeLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainedSpokes.class);
    private static final long CLOSE_TIMEOUT_S = 10;

    private final ProcessLauncher launcher;
    private final SessionDirectory session;
    private final JvmCommand jvm;
    private final Duration lease;
    /** Touched by {@link #thread} alone. */
    private final Map<Long, ContainedProcess> processes = new HashMap<>();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "spm-spokes");
        made.setDaemon(true);
        return made;
    });

    /**
     * Makes a launcher.
     *
     * @param launcher starts the processes
     * @param session where their temporary files go
     * @param jvm the command line of every Spoke; its main class is given the slot, the incarnation and the transport's
     *     arguments
     * @param lease how long this process may stand still before the Spokes end themselves
     */
    public ContainedSpokes(ProcessLauncher launcher, SessionDirectory session, JvmCommand jvm, Duration lease) {
        this.launcher = launcher;
        this.session = session;
        this.jvm = jvm;
        this.lease = lease;
    }

    @Override
    public void launch(int slot, long incarnation, List<String> transportArguments, BiConsumer<Long, Exit> onExit) {
        execute(() -> {
            try {
                ContainedProcess process = start(slot, incarnation, transportArguments);
                processes.put(incarnation, process);
                process.onExit().thenAccept(status -> {
                    onExit.accept(incarnation, exit(status));
                    execute(() -> processes.remove(incarnation));
                });
            } catch (Throwable failed) {
                LOG.warn("Spoke {} could not be started.", incarnation, failed);
                onExit.accept(incarnation, new Exit(false, "it could not be started: " + failed.getMessage()));
            }
        });
    }

    private ContainedProcess start(int slot, long incarnation, List<String> transportArguments) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(slot));
        arguments.add(Long.toString(incarnation));
        arguments.addAll(transportArguments);
        return launcher.start(ProcessSpec.of(jvm.arguments(arguments).argv(session))
                .lease(lease)
                .standardOutput(Redirect.INHERIT)
                .standardError(Redirect.INHERIT));
    }

    static Exit exit(ExitStatus status) {
        if (status.code() == SpokeExit.CHANNEL_LOST) {
            return new Exit(true, "its process ended: it could not reach the Hub any more");
        }
        return new Exit(status.cause() == ExitStatus.Cause.KILLED_FROM_OUTSIDE, "its process ended: " + status);
    }

    @Override
    public void destroy(long incarnation) {
        execute(() -> {
            ContainedProcess process = processes.remove(incarnation);
            if (process != null) {
                process.destroyForcibly();
            }
        });
    }

    /** After the end, which may come at any moment, nothing is left to be done. */
    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The Spokes' launcher is closed.", closed);
        }
    }

    @Override
    public void close() {
        execute(() -> processes.values().forEach(ContainedProcess::destroyForcibly));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                LOG.error("The Spokes' processes were not ended within {} s.", CLOSE_TIMEOUT_S);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.spmjava.core.agent;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/**
 * Spokes as JVMs of their own on this host, each contained: with it ends all that it started.
 *
 * <p>No more of them start at a time than there are processors: the start of a JVM keeps one busy, and with many at a
 * time the first would be up as late as the last.
 */
public final class ContainedSpokes implements SpokeLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainedSpokes.class);
    private static final long CLOSE_TIMEOUT_S = 10;
    private static final String ENDED_BEFORE = "it was ended before its process was started";

    /** Who has not connected by then, keeps nobody waiting any longer: those that wait have to join in time as well. */
    private static final long LONGEST_START_MS = 500;

    private final ProcessLauncher launcher;
    private final SessionDirectory session;
    private final JvmCommand jvm;
    private final Duration lease;
    private final int atATime = Math.max(1, Runtime.getRuntime().availableProcessors());
    /** Touched by {@link #thread} alone, as are all of these. */
    private final Map<Long, Start> starts = new HashMap<>();

    private final Deque<Start> waiting = new ArrayDeque<>();
    private final Set<Long> starting = new HashSet<>();

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "spm-spokes");
        made.setDaemon(true);
        return made;
    });

    /** A process that is to be started, or was. */
    private static final class Start {
        private final int slot;
        private final long incarnation;
        private final List<String> transportArguments;
        private final CompletableFuture<Exit> exit = new CompletableFuture<>();
        private ContainedProcess process;
        private boolean launched;

        Start(int slot, long incarnation, List<String> transportArguments) {
            this.slot = slot;
            this.incarnation = incarnation;
            this.transportArguments = transportArguments;
        }

        boolean is(int otherSlot, List<String> otherArguments) {
            return slot == otherSlot && transportArguments.equals(otherArguments);
        }
    }

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
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Starts a process that is going to be {@linkplain #launch launched}: that launch finds it there, if it comes with
     * the same arguments, and ends it otherwise. Returns at once.
     *
     * @param slot the Spoke's slot
     * @param incarnation the Spoke's number, never used before
     * @param transportArguments how it will find the Hub
     */
    public void prepare(int slot, long incarnation, List<String> transportArguments) {
        execute(() -> enqueue(new Start(slot, incarnation, transportArguments)));
    }

    @Override
    public void launch(int slot, long incarnation, List<String> transportArguments, BiConsumer<Long, Exit> onExit) {
        execute(() -> {
            Start prepared = starts.get(incarnation);
            if (prepared != null && !prepared.is(slot, transportArguments)) {
                end(prepared);
                prepared = null;
            }
            Start start = prepared == null ? enqueue(new Start(slot, incarnation, transportArguments)) : prepared;
            start.launched = true;
            start.exit.thenAccept(exit -> onExit.accept(incarnation, exit));
            if (start.exit.isDone()) {
                forget(start);
            }
        });
    }

    /**
     * A Spoke has connected, so that the next can be started. From any thread.
     *
     * @param incarnation its number
     */
    public void started(long incarnation) {
        execute(() -> makeRoom(incarnation));
    }

    private void makeRoom(long incarnation) {
        starting.remove(incarnation);
        startNext();
    }

    private Start enqueue(Start start) {
        starts.put(start.incarnation, start);
        waiting.addLast(start);
        startNext();
        return start;
    }

    private void startNext() {
        while (starting.size() < atATime && !waiting.isEmpty()) {
            start(waiting.removeFirst());
        }
    }

    private void start(Start start) {
        try {
            ContainedProcess process = start(start.slot, start.incarnation, start.transportArguments);
            start.process = process;
            starting.add(start.incarnation);
            thread.schedule(() -> started(start.incarnation), LONGEST_START_MS, TimeUnit.MILLISECONDS);
            process.onExit().thenAccept(status -> {
                start.exit.complete(exit(status));
                execute(() -> ended(start));
            });
        } catch (Throwable failed) {
            LOG.warn("Spoke {} could not be started.", start.incarnation, failed);
            start.exit.complete(new Exit(false, "it could not be started: " + failed.getMessage()));
            ended(start);
        }
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
            Start start = starts.get(incarnation);
            if (start != null) {
                end(start);
            }
        });
    }

    private void end(Start start) {
        forget(start);
        if (start.process != null) {
            start.process.destroyForcibly();
        } else {
            start.exit.complete(new Exit(true, ENDED_BEFORE));
        }
    }

    /**
     * One that was prepared is kept until it is launched: its launch hears of the end, and starts no other by its
     * number.
     */
    private void ended(Start start) {
        if (start.launched) {
            forget(start);
        } else {
            makeRoom(start.incarnation);
        }
    }

    private void forget(Start start) {
        starts.remove(start.incarnation, start);
        waiting.remove(start);
        makeRoom(start.incarnation);
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
        try {
            thread.submit(this::endAll).get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The Spokes' launcher is closed already.", closed);
        } catch (ExecutionException | TimeoutException failed) {
            LOG.error("The Spokes' processes were not ended within {} s.", CLOSE_TIMEOUT_S, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        // Those that are queued end processes that are over, or start some that nobody wants any more.
        thread.shutdown();
    }

    private void endAll() {
        waiting.clear();
        List.copyOf(starts.values()).forEach(this::end);
    }
}

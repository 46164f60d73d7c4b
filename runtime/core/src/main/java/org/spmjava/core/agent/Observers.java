package org.spmjava.core.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.Conclusion;
import org.spmjava.api.Interpretation;
import org.spmjava.api.ManagerEvent;
import org.spmjava.api.SessionObserver;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.hub.CommandSpec;

/** Tells observers, on a thread of their own, so that none of them can hold up a manager. */
final class Observers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);
    private static final long FLUSH_TIMEOUT_MS = 1_000;

    /** How many pieces of news of single events may wait: at a few tens of bytes each, some megabytes. */
    private static final int MOST_WAITING = 1 << 16;

    /** Used in the observers' thread alone, as is the next. */
    private final List<SessionObserver> observers = new ArrayList<>();

    private final TreeMap<Long, Joined> up = new TreeMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong missed = new AtomicLong();
    private final LongSupplier clock;
    private final long beginNs;
    private volatile boolean any;
    private volatile boolean wantEvents;
    private volatile boolean wantTasks;
    private volatile boolean wantConclusions;
    private final AtomicReference<Progress> progress = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "spm-observers");
        made.setDaemon(true);
        return made;
    });

    private record Progress(int command, int concluded, int total) {}

    private record Joined(SpokeIdentity spoke, Duration at) {}

    /**
     * Of a session that begins now.
     *
     * @param clock the session's, in nanoseconds
     */
    Observers(LongSupplier clock) {
        this.clock = clock;
        this.beginNs = clock.getAsLong();
    }

    /** Adds an observer, which hears first of the Spokes that are up. */
    synchronized void add(SessionObserver observer) {
        wantEvents |= overrides(observer, "onEvent", int.class, ManagerEvent.class, int.class, Interpretation.class);
        wantTasks |= overrides(observer, "onTask", int.class, int.class, Conclusion.Outcome.class);
        wantConclusions |= overrides(observer, "onManaged", Conclusion.class);
        any = true;
        execute(() -> {
            up.values().forEach(one -> deliver(observer, news -> news.onSpokeJoined(one.spoke, one.at)));
            observers.add(observer);
        });
    }

    /** News of each event are many: they are not made for those who would not listen. */
    private static boolean overrides(SessionObserver observer, String name, Class<?>... parameters) {
        try {
            return observer.getClass().getMethod(name, parameters).getDeclaringClass() != SessionObserver.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Whether some observer listens to single events. */
    boolean wantEvents() {
        return wantEvents;
    }

    /** Whether some observer listens to the ends of single tasks. */
    boolean wantTasks() {
        return wantTasks;
    }

    void tell(Consumer<SessionObserver> news) {
        if (any) {
            execute(() -> deliver(news));
        }
    }

    /** A command is about to be managed, by a call at a time of the session's clock. */
    void command(String signature, CommandSpec spec, long invokedNs) {
        if (any) {
            Description description = new Description(signature, spec, Duration.ofNanos(invokedNs - beginNs));
            execute(() -> deliver(observer -> observer.onCommand(spec.command(), description)));
        }
    }

    /** A command's {@code manage} is about to return. */
    void managed(Conclusion conclusion) {
        if (wantConclusions) {
            tell(observer -> observer.onManaged(conclusion));
            flush();
        }
    }

    /** Noted even if nobody listens yet. */
    void joined(SpokeIdentity spoke) {
        Duration at = now();
        execute(() -> {
            up.put(spoke.incarnation(), new Joined(spoke, at));
            deliver(observer -> observer.onSpokeJoined(spoke, at));
        });
    }

    /** Noted even if nobody listens yet. */
    void left(SpokeIdentity spoke, String reason) {
        Duration at = now();
        execute(() -> {
            up.remove(spoke.incarnation());
            deliver(observer -> observer.onSpokeLeft(spoke, at, reason));
        });
    }

    private Duration now() {
        return Duration.ofNanos(clock.getAsLong() - beginNs);
    }

    /** News that come in any number: those that find too many before them are counted instead. */
    void tellIfRoom(Consumer<SessionObserver> news) {
        if (waiting.get() >= MOST_WAITING) {
            missed.incrementAndGet();
            return;
        }
        waiting.incrementAndGet();
        execute(() -> {
            waiting.decrementAndGet();
            tellMissed();
            deliver(news);
        });
    }

    private void tellMissed() {
        long count = missed.get();
        if (count > 0) {
            missed.addAndGet(-count);
            deliver(observer -> observer.onMissed(count));
        }
    }

    /** Progress that has not been told yet is replaced: however fast tasks end, one piece of news waits at the most. */
    void tellProgress(int command, int concluded, int total) {
        if (!any) {
            return;
        }
        if (progress.getAndSet(new Progress(command, concluded, total)) == null) {
            // Taken before it is told: what comes while an observer listens is told after it.
            execute(() -> {
                Progress latest = progress.getAndSet(null);
                deliver(observer -> observer.onProgress(latest.command, latest.concluded, latest.total));
            });
        }
    }

    /** Waits until what was told has been heard, for a bounded time. */
    void flush() {
        if (!any) {
            return;
        }
        CountDownLatch heard = new CountDownLatch(1);
        try {
            execute(this::tellMissed);
            if (execute(heard::countDown) && !heard.await(FLUSH_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("An observer has been busy for more than {} ms.", FLUSH_TIMEOUT_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush();
        thread.shutdown();
    }

    /** Returns false after the end, which may come at any moment. */
    private boolean execute(Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    private void deliver(Consumer<SessionObserver> news) {
        observers.forEach(observer -> deliver(observer, news));
    }

    private static void deliver(SessionObserver observer, Consumer<SessionObserver> news) {
        try {
            news.accept(observer);
        } catch (Throwable thrown) {
            LOG.warn("An observer threw; it is ignored.", thrown);
        }
    }
}

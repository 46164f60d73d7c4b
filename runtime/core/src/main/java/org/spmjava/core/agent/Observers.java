package org.spmjava.core.agent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.api.SessionObserver;

/** Tells observers, on a thread of their own, so that none of them can hold up a manager. */
final class Observers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);
    private static final long FLUSH_TIMEOUT_MS = 1_000;

    private final List<SessionObserver> observers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Progress> progress = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "spm-observers");
        made.setDaemon(true);
        return made;
    });

    private record Progress(int command, int concluded, int total) {}

    void add(SessionObserver observer) {
        observers.add(observer);
    }

    void tell(Consumer<SessionObserver> news) {
        if (!observers.isEmpty()) {
            execute(() -> deliver(news));
        }
    }

    /** Progress that has not been told yet is replaced: however fast tasks end, one piece of news waits at the most. */
    void tellProgress(int command, int concluded, int total) {
        if (observers.isEmpty()) {
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
        if (observers.isEmpty()) {
            return;
        }
        CountDownLatch heard = new CountDownLatch(1);
        try {
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
        for (SessionObserver observer : observers) {
            try {
                news.accept(observer);
            } catch (Throwable thrown) {
                LOG.warn("An observer threw; it is ignored.", thrown);
            }
        }
    }
}

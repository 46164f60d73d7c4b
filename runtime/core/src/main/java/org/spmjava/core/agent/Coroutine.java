package org.spmjava.core.agent;

import java.util.concurrent.Semaphore;

/**
 * Work on a thread of its own that runs only while its owner waits for it: two threads, of which never more than one
 * runs. So a serial session stays serial where tasks wait for each other.
 */
final class Coroutine {

    private final Thread thread;
    private final Semaphore toWork = new Semaphore(0);
    private final Semaphore toOwner = new Semaphore(0);
    private boolean started;
    private boolean done;
    private RuntimeException failure;
    private boolean cancelled;

    /** Leaves work that was given up. */
    private static final class Cancelled extends Error {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("the Hub ended this Spoke", null, false, false);
        }
    }

    Coroutine(String name, Runnable work) {
        this.thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            done = true;
            toOwner.release();
        }
    }

    /** The owner lets the work run, until it waits or has ended. */
    void resume() {
        if (started) {
            toWork.release();
        } else {
            started = true;
            thread.start();
        }
        toOwner.acquireUninterruptibly();
    }

    boolean isDone() {
        return done;
    }

    /** What the work waits for never comes: it gets an exception instead. */
    void fail(RuntimeException reason) {
        failure = reason;
        resume();
    }

    /** The work is given up: whatever it waits for from now on, it is thrown out of. */
    void cancel() {
        cancelled = true;
        while (started && !done) {
            resume();
        }
    }

    /** The work waits until its owner resumes it. */
    void suspend() {
        toOwner.release();
        toWork.acquireUninterruptibly();
        if (cancelled) {
            throw new Cancelled();
        }
        if (failure != null) {
            RuntimeException thrown = failure;
            failure = null;
            throw thrown;
        }
    }
}

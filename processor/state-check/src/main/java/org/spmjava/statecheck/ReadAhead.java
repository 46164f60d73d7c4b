package org.spmjava.statecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads classes before they are asked for: those that a class names which was read. What is read when does not show: a
 * class file says the same whoever reads it.
 */
final class ReadAhead implements AutoCloseable {

    private static final int MOST_HELPERS = 3;
    private static final long NAP_NS = 200_000;

    private final Map<String, ClassEntry> entries;
    private final ConcurrentLinkedQueue<ClassEntry> wanted = new ConcurrentLinkedQueue<>();
    private final List<Thread> helpers = new ArrayList<>();
    private volatile boolean over;

    /** @param entries not to be changed any more */
    ReadAhead(Map<String, ClassEntry> entries) {
        this.entries = entries;
        int others = Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
        for (int i = 0; i < others; i++) {
            Thread helper = new Thread(this::help, "spm-state-check-reader-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
    }

    private void help() {
        while (!over) {
            if (!readNext()) {
                LockSupport.parkNanos(this, NAP_NS);
            }
        }
    }

    /** Whether there was one to read. */
    private boolean readNext() {
        ClassEntry next = wanted.poll();
        if (next == null) {
            return false;
        }
        if (next.claim()) {
            read(next);
        }
        return true;
    }

    private void read(ClassEntry entry) {
        entry.read();
        if (entry.origin().isFollowed()) {
            entry.named().forEach(this::offer);
        }
    }

    /** Says that a class may be asked for. */
    void offer(String name) {
        ClassEntry entry = entries.get(name);
        if (entry != null && entry.offer()) {
            wanted.add(entry);
        }
    }

    /**
     * What is in a class file, now: it is read here, unless it has been read; and others while somebody else reads it.
     */
    Optional<ClassFile> await(ClassEntry entry) {
        if (!entry.isRead()) {
            if (entry.claim()) {
                read(entry);
            }
            while (!entry.isRead()) {
                if (!readNext()) {
                    Thread.onSpinWait();
                }
            }
        }
        return entry.file();
    }

    /** Ends the helpers, and waits for them. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

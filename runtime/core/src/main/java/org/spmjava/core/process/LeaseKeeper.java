package org.spmjava.core.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every guard, a newline every third of its lease, that this JVM is alive and running. One daemon thread for all.
 *
 * <p><b>Why it never blocks.</b> A guard reads its pipe all the time, so a byte is gone as soon as it is written. But a
 * guard may be stopped, and a pipe holds 64 KiB at most, 4 KiB for a user with many pipes: one write too many would
 * block the thread, the other guards would hear nothing, and every process of this JVM would die for the one that was
 * stopped. Java's process streams cannot be written without blocking, and no count of bytes <em>written</em> tells how
 * many were read. The kernel knows: {@code FIONREAD} on the pipe says how many bytes wait in it, and
 * {@link FileInputStream#available()} asks exactly that. So before each write the pipe is opened once more, through the
 * reader's {@code /proc/<pid>/fd/0}, and asked; with {@value #BACKLOG_LIMIT} bytes waiting nobody is reading, and the
 * beat is left out. A guard that continues finds these few bytes, drains them, and is written to again. One more open
 * reader for microseconds hides no broken pipe: the next beat meets it.
 *
 * <p>Where the question fails, the process is gone, or {@code /proc} is closed to us; then the byte is written, which
 * can only block after thousands of beats to a stopped guard.
 */
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int BACKLOG_LIMIT = 64;
    private static final int BEATS_PER_LEASE = 3;

    private static final LeaseKeeper SHARED = new LeaseKeeper();

    private final DelayQueue<Lease> queue = new DelayQueue<>();

    private LeaseKeeper() {
        Thread thread = new Thread(this::run, "spm-lease-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    /** The keeper of this JVM. */
    static LeaseKeeper shared() {
        return SHARED;
    }

    /**
     * Keeps a lease alive until {@link Lease#release()} or until its pipe breaks.
     *
     * @param readerPid a process that has the pipe as its standard input
     */
    Lease keep(long readerPid, OutputStream pipe, Duration leaseDuration) {
        Lease lease = new Lease(readerPid, pipe, leaseDuration.toNanos() / BEATS_PER_LEASE);
        queue.add(lease);
        return lease;
    }

    private void run() {
        while (true) {
            // Nothing may end this thread, neither an interrupt nor an error: all processes of this JVM hang on it.
            try {
                Lease lease = queue.take();
                if (lease.beat()) {
                    queue.add(lease);
                }
            } catch (InterruptedException e) {
                Thread.interrupted();
            } catch (RuntimeException | Error e) {
                LOG.error("a lease was lost; its process will end", e);
            }
        }
    }

    /** One guard's lease. */
    static final class Lease implements Delayed {
        private final String readersEnd;
        private final OutputStream pipe;
        private final long periodNs;
        private long dueNs;
        private volatile boolean released;

        private Lease(long readerPid, OutputStream pipe, long periodNs) {
            this.readersEnd = "/proc/" + readerPid + "/fd/0";
            this.pipe = pipe;
            this.periodNs = periodNs;
            this.dueNs = System.nanoTime() + periodNs;
        }

        /** Stops the beats. Leaves the pipe as it is. */
        void release() {
            released = true;
        }

        private boolean beat() {
            if (released) {
                return false;
            }
            try {
                if (unread() < BACKLOG_LIMIT) {
                    pipe.write('\n');
                    pipe.flush();
                }
            } catch (IOException e) {
                return false;
            }
            // From now, not from the last due time: after a pause of this JVM one byte does, not a burst of them.
            dueNs = System.nanoTime() + periodNs;
            return true;
        }

        private int unread() {
            try (FileInputStream reader = new FileInputStream(readersEnd)) {
                return reader.available();
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNs - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(dueNs - ((Lease) other).dueNs, 0);
        }
    }
}

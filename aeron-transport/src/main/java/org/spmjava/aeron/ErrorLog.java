package org.spmjava.aeron;

import java.util.concurrent.TimeUnit;
import org.agrona.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what Aeron reports: a line each, without a stack trace, and at most one a second. */
final class ErrorLog implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorLog.class);
    private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final String who;
    private long lastNs = System.nanoTime() - INTERVAL_NS;
    private long suppressed;

    ErrorLog(String who) {
        this.who = who;
    }

    @Override
    public synchronized void onError(Throwable error) {
        long nowNs = System.nanoTime();
        if (nowNs - lastNs < INTERVAL_NS) {
            suppressed++;
            LOG.debug("{}: {}", who, error, error);
            return;
        }
        lastNs = nowNs;
        LOG.warn("{}: {} ({} more since the last line)", who, error.toString(), suppressed);
        suppressed = 0;
    }
}

package org.spmjava.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.spmjava.aeron.AeronConfiguration;
import org.spmjava.aeron.AeronHubTransport;
import org.spmjava.core.process.Janitor;
import org.spmjava.core.process.JvmCommand;
import org.spmjava.core.process.ProcessLauncher;
import org.spmjava.core.process.ProcessSpec;
import org.spmjava.core.process.SessionDirectory;
import org.spmjava.core.transport.SendResult;

/**
 * The least that a task could cost: messages over Aeron IPC to one other process and back, from one thread that never
 * sleeps to another, without a core, a codec or a user's thread.
 */
final class Floor implements AutoCloseable {

    private static final int MESSAGE_LENGTH = 64;
    private static final long INCARNATION = 1;
    private static final int POLL_LIMIT = 256;
    private static final long DRIVER_PERIOD_NS = 1_000_000;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(60);

    private final SessionDirectory session = SessionDirectory.create();
    private final Janitor janitor = Janitor.start(session);
    private final ProcessLauncher launcher = new ProcessLauncher();
    private final AeronHubTransport transport =
            AeronHubTransport.start(AeronConfiguration.in(session.sharedMemory().resolve("aeron")));
    private final ByteBuffer message = ByteBuffer.allocate(MESSAGE_LENGTH);
    private long lastDriverNs;
    private long returned;

    /** Starts the other process, and waits until it answers. */
    Floor() throws IOException {
        launcher.start(ProcessSpec.of(JvmCommand.of(FloorPeer.class.getName())
                        .arguments(transport.open(INCARNATION))
                        .argv(session))
                .standardOutput(Redirect.INHERIT)
                .standardError(Redirect.INHERIT));
        scatter(1);
    }

    /** Round trips, one at a time, in nanoseconds. */
    Histogram pingPong(int roundTrips) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < roundTrips; i++) {
            long sinceNs = System.nanoTime();
            scatter(1);
            histogram.recordValue(System.nanoTime() - sinceNs);
        }
        return histogram;
    }

    /** Sends messages as fast as they are taken, and returns when all have come back; how many a second they were. */
    double scatter(int messages) {
        long sinceNs = System.nanoTime();
        long awaited = returned + messages;
        int sent = 0;
        while (returned < awaited) {
            while (sent < messages && transport.send(INCARNATION, message) == SendResult.SENT) {
                sent++;
            }
            int polled = transport.poll((from, answer) -> returned++, POLL_LIMIT);
            long nowNs = System.nanoTime();
            if (polled == 0 && nowNs - lastDriverNs > DRIVER_PERIOD_NS) {
                lastDriverNs = nowNs;
                transport.doWork();
                if (nowNs - sinceNs > TIMEOUT_NS) {
                    throw new IllegalStateException(
                            "of " + messages + " messages, " + (awaited - returned) + " did not come back in time");
                }
            }
        }
        return messages * 1e9 / (System.nanoTime() - sinceNs);
    }

    @Override
    public void close() throws IOException {
        launcher.close();
        transport.close();
        janitor.close();
        session.close();
    }
}

package org.spmjava.benchmarks;

import java.nio.ByteBuffer;
import java.util.List;
import org.spmjava.aeron.AeronSpokeTransport;
import org.spmjava.core.transport.SendResult;

/** The other process of {@link Floor}: sends back what it gets, until its Hub is gone. */
final class FloorPeer {

    private static final int POLL_LIMIT = 256;
    private static final long CLIENT_PERIOD_NS = 1_000_000;

    private final AeronSpokeTransport transport;
    private long lastClientNs;

    private FloorPeer(AeronSpokeTransport transport) {
        this.transport = transport;
    }

    /**
     * Runs it.
     *
     * @param args what the Hub's transport handed out
     */
    public static void main(String[] args) {
        try (AeronSpokeTransport transport = AeronSpokeTransport.connect(List.of(args))) {
            new FloorPeer(transport).run();
        }
    }

    private void run() {
        while (!transport.isClosed()) {
            if (transport.poll(this::sendBack, POLL_LIMIT) == 0) {
                keepAlive();
            }
        }
    }

    private void sendBack(ByteBuffer message) {
        while (transport.send(message) == SendResult.BACK_PRESSURE) {
            keepAlive();
        }
    }

    private void keepAlive() {
        long nowNs = System.nanoTime();
        if (nowNs - lastClientNs > CLIENT_PERIOD_NS) {
            lastClientNs = nowNs;
            transport.doWork();
        }
    }
}

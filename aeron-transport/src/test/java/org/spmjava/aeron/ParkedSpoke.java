package org.spmjava.aeron;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.spmjava.core.transport.SendResult;

/** A Spoke of these tests that parks whenever there is nothing to do. */
final class ParkedSpoke {

    private static final long PARK_NS = TimeUnit.SECONDS.toNanos(2);

    private final AeronSpokeTransport spoke;
    private final boolean passing;
    private final ArrayDeque<ByteBuffer> toPeer = new ArrayDeque<>();
    private int served;

    ParkedSpoke(AeronSpokeTransport spoke, boolean passing) {
        this.spoke = spoke;
        this.passing = passing;
    }

    /** Returns how many messages were there after a parking that nobody had ended. */
    long run(long endNs) {
        long late = 0;
        while (!spoke.isClosed() && System.nanoTime() - endNs < 0) {
            spoke.doWork();
            if (poll() == 0 && toPeer.isEmpty()) {
                spoke.prepareToPark();
                if (poll() == 0) {
                    long before = spoke.parkTimeouts();
                    spoke.park(PARK_NS);
                    spoke.doWork();
                    boolean timedOut = spoke.parkTimeouts() > before;
                    // The first messages come while links are made, of which nobody is told.
                    late += timedOut && poll() > 0 && served > 10 ? 1 : 0;
                } else {
                    spoke.cancelPark();
                }
            }
        }
        return late;
    }

    private int poll() {
        int taken = spoke.poll(this::fromHub, 10) + spoke.pollPeers(this::fromPeer, 10);
        while (!toPeer.isEmpty() && spoke.sendTo(1, toPeer.peek()) != SendResult.BACK_PRESSURE) {
            toPeer.remove();
        }
        served += taken;
        return taken;
    }

    private void fromHub(ByteBuffer message) {
        if (passing) {
            toPeer.add(Bench.copy(message));
        } else {
            SpokeProcess.send(spoke, message);
        }
    }

    /** Back to whom it came from, or from there to the Hub. */
    private void fromPeer(long from, ByteBuffer message) {
        if (passing) {
            SpokeProcess.send(spoke, message);
        } else {
            ByteBuffer copy = Bench.copy(message);
            while (spoke.sendTo(from, copy) == SendResult.BACK_PRESSURE) {
                spoke.doWork();
                Thread.yield();
            }
        }
    }
}

package org.spmjava.core.agent;

import java.util.concurrent.locks.LockSupport;
import org.spmjava.core.transport.Parking;

/**
 * How a thread waits that polls: hot for a moment after the last work, since waking a parked thread costs more than
 * most tasks do, and parked from then on. To be told after each poll; the poll between the announcement and the parking
 * is what loses no wake-up. Used by one thread.
 */
final class Patience {

    private static final long LONGEST_NAP_NS = 1_000_000;
    private static final long CROWDED_HOT_NS = 50_000;
    private static final int NAPS_PER_IDLENESS = 16;

    private final Parking parking;
    private final long hotNs;
    private long busyNs = System.nanoTime();
    private boolean announced;

    /** @param hotNs for how long after the last work this thread does not park */
    Patience(Parking parking, long hotNs) {
        this.parking = parking;
        this.hotNs = hotNs;
    }

    /** The last poll found something, or what was waited for is there, or a wait begins. */
    void found() {
        busyNs = System.nanoTime();
        standUp();
    }

    /**
     * The last poll found nothing: lets others run, announces, or parks. The caller polls again in any case.
     *
     * @param longestParkNs for how long at the most
     */
    void idle(long longestParkNs) {
        idle(System.nanoTime() - busyNs, longestParkNs);
    }

    /**
     * The same for a wait that counts for itself.
     *
     * @param idleNs for how long nothing was found
     */
    void idle(long idleNs, long longestParkNs) {
        if (announced) {
            announced = false;
            parking.park(longestParkNs);
        } else if (idleNs < hotNs) {
            Thread.yield();
        } else {
            announced = true;
            parking.prepareToPark();
        }
    }

    /**
     * The same where others have use for the processor: does not stay hot for long. A thread that yields again and
     * again gets, from some schedulers, as much of its processor as the one that it yields to.
     */
    void idleCrowded(long longestParkNs) {
        long idleNs = idleNs();
        idle(idleNs < CROWDED_HOT_NS ? idleNs : Long.MAX_VALUE, longestParkNs);
    }

    /**
     * The same for what nobody tells of, such as room: parks for a fraction of the time that has passed already, so
     * that it is noticed late only in proportion to it.
     */
    void idleUntold(long idleNs) {
        standUp();
        if (idleNs < hotNs) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(Math.min(LONGEST_NAP_NS, idleNs / NAPS_PER_IDLENESS));
        }
    }

    /** For how long nothing was found. */
    long idleNs() {
        return System.nanoTime() - busyNs;
    }

    /** What a wait that counts for itself waited for is there. */
    void standUp() {
        if (announced) {
            announced = false;
            parking.cancelPark();
        }
    }
}

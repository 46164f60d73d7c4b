package org.spmjava.core.agent;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.spmjava.core.transport.Parking;

/** An event count within this process. */
final class MemoryParking implements Parking {

    private final AtomicReference<Thread> announced = new AtomicReference<>();

    @Override
    public void prepareToPark() {
        announced.set(Thread.currentThread());
    }

    @Override
    public void cancelPark() {
        announced.set(null);
    }

    @Override
    public void park(long timeoutNs) {
        if (announced.get() != null) {
            LockSupport.parkNanos(this, timeoutNs);
        }
        announced.set(null);
    }

    @Override
    public void wake() {
        Thread parked = announced.getAndSet(null);
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }
}

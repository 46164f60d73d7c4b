package org.spmjava.core.agent;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.spmjava.api.SpokeIdentity;

/** The machine's time, and no harm to anybody. */
final class RealTime implements Circumstances {

    private static final long PERIOD_NS = 1_000_000;

    @Override
    public long nowNs() {
        return System.nanoTime();
    }

    @Override
    public void pass() {
        LockSupport.parkNanos(PERIOD_NS);
    }

    @Override
    public List<Long> turns(List<Long> incarnations) {
        return incarnations;
    }

    @Override
    public long startNs(SpokeIdentity spoke) {
        return 0;
    }

    @Override
    public Fate fate(SpokeIdentity spoke) {
        return Fate.UNHARMED;
    }
}

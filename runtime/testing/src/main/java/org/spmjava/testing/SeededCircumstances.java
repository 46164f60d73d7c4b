package org.spmjava.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.core.agent.Circumstances;

/** A virtual clock, and what befalls Spokes, drawn from a seed. Most tasks of most sessions are left in peace. */
final class SeededCircumstances implements Circumstances {

    private static final long MS = 1_000_000;
    private static final long TICK_NS = MS;

    private final Random random;
    private final Set<Fault> faults;
    private final double killRate;
    private final double slowRate;
    private final double lateRate;
    private long nowNs;

    SeededCircumstances(long seed, Set<Fault> faults) {
        this.random = new Random(seed);
        this.faults = faults;
        // Seeds that are close to each other begin alike.
        random.nextLong();
        this.killRate = rate(Fault.KILLED, 0.2);
        this.slowRate = rate(Fault.SLOW, 0.2);
        this.lateRate = rate(Fault.LATE, 0.5);
    }

    private double rate(Fault fault, double most) {
        double rate = random.nextInt(3) == 0 ? 0 : random.nextDouble() * most;
        return faults.contains(fault) ? rate : 0;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void pass() {
        nowNs += TICK_NS;
    }

    @Override
    public List<Long> turns(List<Long> incarnations) {
        List<Long> shuffled = new ArrayList<>(incarnations);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Override
    public long startNs(SpokeIdentity spoke) {
        return random.nextDouble() < lateRate ? random.nextInt(5_000) * MS : random.nextInt(50) * MS;
    }

    @Override
    public Fate fate(SpokeIdentity spoke) {
        // Drawn whether they are needed or not, so that a fault that is left out changes as little as can be.
        double kill = random.nextDouble();
        boolean before = random.nextBoolean();
        double slow = random.nextDouble();
        long quickNs = random.nextInt(20) * MS;
        long slowNs = random.nextInt(20_000) * MS;
        Fate.End end = kill >= killRate ? Fate.End.REPORTED : before ? Fate.End.KILLED_BEFORE : Fate.End.KILLED_AFTER;
        return new Fate(end, slow < slowRate ? slowNs : quickNs);
    }
}

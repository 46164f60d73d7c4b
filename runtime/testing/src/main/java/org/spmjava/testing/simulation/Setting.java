package org.spmjava.testing.simulation;

/** What every part of a simulation shares. */
record Setting(Agenda agenda, Chance chance, Faults faults, Journal journal) {

    static final long MS = 1_000_000;
    static final long NEVER = Long.MAX_VALUE;

    long nowNs() {
        return agenda.nowNs();
    }

    void after(long delayNs, Runnable what) {
        agenda.after(delayNs, what);
    }
}

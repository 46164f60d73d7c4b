package org.spmjava.testing.simulation;

import java.util.PriorityQueue;

/** The virtual clock: it stands still while something happens and then jumps to what happens next. */
final class Agenda {

    private final PriorityQueue<Happening> happenings = new PriorityQueue<>();
    private long nowNs;
    private long sequence;

    private record Happening(long atNs, long sequence, Runnable what) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            int byTime = Long.compare(atNs, other.atNs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    long nowNs() {
        return nowNs;
    }

    /** Enters what is to happen; of what happens at the same time, what was entered first happens first. */
    void after(long delayNs, Runnable what) {
        happenings.add(new Happening(nowNs + delayNs, sequence++, what));
    }

    /**
     * Lets the next happen.
     *
     * @return false if nothing will ever happen
     */
    boolean step() {
        Happening next = happenings.poll();
        if (next == null) {
            return false;
        }
        nowNs = next.atNs;
        next.what.run();
        return true;
    }
}

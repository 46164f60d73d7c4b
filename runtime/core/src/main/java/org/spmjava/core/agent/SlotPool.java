package org.spmjava.core.agent;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.spmjava.api.Pool;
import org.spmjava.api.SpokeFilter;

/** A pool as a set of slots of one session. */
final class SlotPool implements Pool {

    private final Session session;
    private final String name;
    private final SortedSet<Integer> slots;
    private final SpokeFilter filter;
    /** How many of those that the filter means: where they are is not known beforehand. */
    private final int most;

    SlotPool(Session session, String name, SortedSet<Integer> slots) {
        this(session, name, slots, SpokeFilter.every(), Integer.MAX_VALUE);
    }

    private SlotPool(Session session, String name, SortedSet<Integer> slots, SpokeFilter filter, int most) {
        this.session = session;
        this.name = name;
        this.slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
        this.filter = filter;
        this.most = most;
    }

    static SortedSet<Integer> firstSlots(int count) {
        SortedSet<Integer> slots = new TreeSet<>();
        for (int slot = 0; slot < count; slot++) {
            slots.add(slot);
        }
        return slots;
    }

    boolean of(Session other) {
        return session == other;
    }

    /** The places of the pool; if it may not hold the least that is asked for, only as many as it may hold. */
    SortedSet<Integer> slots(int least) {
        return least > most ? first(most) : slots;
    }

    int most() {
        return most;
    }

    private SortedSet<Integer> first(int count) {
        SortedSet<Integer> fewer = new TreeSet<>();
        slots.stream().limit(count).forEach(fewer::add);
        return fewer;
    }

    SpokeFilter filter() {
        return filter;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        int meant = filter instanceof SpokeFilter.Incarnations named
                ? named.incarnations().size()
                : slots.size();
        return Math.min(most, Math.min(slots.size(), meant));
    }

    @Override
    public Pool limit(int atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException("a pool has 0 or more Spokes, not " + atMost);
        }
        String limited = name + ".limit(" + atMost + ")";
        return filter instanceof SpokeFilter.Every
                ? new SlotPool(session, limited, first(atMost), filter, most)
                : new SlotPool(session, limited, slots, filter, Math.min(most, atMost));
    }

    @Override
    public Pool where(SpokeFilter further) {
        SpokeFilter both = filter instanceof SpokeFilter.Every ? further : filter.and(further);
        return new SlotPool(session, name + ".where(" + further + ")", slots, both, most);
    }

    @Override
    public String toString() {
        return name + " (" + size() + (size() == 1 ? " Spoke)" : " Spokes)");
    }
}

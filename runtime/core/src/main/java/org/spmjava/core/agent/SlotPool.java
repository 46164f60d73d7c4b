package org.spmjava.core.agent;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.spmjava.api.Pool;

/** A pool as a set of slots of one session. */
final class SlotPool implements Pool {

    private final Session session;
    private final String name;
    private final SortedSet<Integer> slots;

    SlotPool(Session session, String name, SortedSet<Integer> slots) {
        this.session = session;
        this.name = name;
        this.slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
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

    SortedSet<Integer> slots() {
        return slots;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public Pool limit(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a pool has 0 or more Spokes, not " + most);
        }
        SortedSet<Integer> fewer = new TreeSet<>();
        slots.stream().limit(most).forEach(fewer::add);
        return new SlotPool(session, name + ".limit(" + most + ")", fewer);
    }

    @Override
    public String toString() {
        return name + " (" + size() + (size() == 1 ? " Spoke)" : " Spokes)");
    }
}

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

    SlotPool(Session session, String name, SortedSet<Integer> slots) {
        this(session, name, slots, SpokeFilter.every());
    }

    private SlotPool(Session session, String name, SortedSet<Integer> slots, SpokeFilter filter) {
        this.session = session;
        this.name = name;
        this.slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
        this.filter = filter;
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

    SpokeFilter filter() {
        return filter;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return filter instanceof SpokeFilter.Incarnations named
                ? Math.min(slots.size(), named.incarnations().size())
                : slots.size();
    }

    @Override
    public Pool limit(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a pool has 0 or more Spokes, not " + most);
        }
        SortedSet<Integer> fewer = new TreeSet<>();
        slots.stream().limit(most).forEach(fewer::add);
        return new SlotPool(session, name + ".limit(" + most + ")", fewer, filter);
    }

    @Override
    public Pool where(SpokeFilter further) {
        SpokeFilter both = filter instanceof SpokeFilter.Every ? further : filter.and(further);
        return new SlotPool(session, name + ".where(" + further + ")", slots, both);
    }

    @Override
    public String toString() {
        return name + " (" + size() + (size() == 1 ? " Spoke)" : " Spokes)");
    }
}

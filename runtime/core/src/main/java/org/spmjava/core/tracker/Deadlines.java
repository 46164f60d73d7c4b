package org.spmjava.core.tracker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The next deadline of each of many things, numbered densely from 0: a tick that finds none due costs one comparison,
 * however many there are; arming, and taking what is due, costs O(log n).
 *
 * <p>A deadline that is put off, as most are, need not be armed anew: its owner looks, when it is told, whether it is
 * really due, and otherwise arms it for later.
 */
public final class Deadlines {

    /** Beyond any session; short enough that times ahead of each other by two of them still compare. */
    private static final long LONGEST_NS = Long.MAX_VALUE / 8;

    private static final int ABSENT = -1;

    private long[] dueNs = new long[8];
    private int[] places = absent(8);
    /** A binary heap of ids: none is due before its parent. */
    private int[] heap = new int[8];

    private int size;

    /** Makes it without any deadline. */
    public Deadlines() {}

    /**
     * A time after another, cut to the end of all sessions.
     *
     * @param fromNs the other
     * @param delayNs how long after it, not negative
     * @return the time; may be passed to this again
     */
    public static long after(long fromNs, long delayNs) {
        return fromNs + Math.min(delayNs, LONGEST_NS);
    }

    /**
     * Sees to it that something is told of as due at a time or before: what is armed for an earlier time stays so.
     *
     * @param id its number, 0 or more
     * @param atNs the time
     */
    public void arm(int id, long atNs) {
        grow(id);
        if (places[id] == ABSENT) {
            dueNs[id] = atNs;
            rise(size++, id);
        } else if (atNs - dueNs[id] < 0) {
            dueNs[id] = atNs;
            rise(places[id], id);
        }
    }

    /**
     * Forgets a deadline.
     *
     * @param id whose; it need not have one
     */
    public void cancel(int id) {
        if (id < places.length && places[id] != ABSENT) {
            remove(places[id]);
        }
    }

    /**
     * Whether nothing has a deadline.
     *
     * @return false also if one has passed and was not taken
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * Takes what is due.
     *
     * @param nowNs the time
     * @return the numbers, ascending; none of them has a deadline any more
     */
    public List<Integer> takeDue(long nowNs) {
        if (size == 0 || nowNs - dueNs[heap[0]] < 0) {
            return List.of();
        }
        List<Integer> due = new ArrayList<>();
        while (size > 0 && nowNs - dueNs[heap[0]] >= 0) {
            due.add(heap[0]);
            remove(0);
        }
        Collections.sort(due);
        return due;
    }

    private void remove(int place) {
        places[heap[place]] = ABSENT;
        int last = heap[--size];
        if (place < size) {
            sink(place, last);
            rise(places[last], last);
        }
    }

    private void rise(int from, int id) {
        int place = from;
        while (place > 0 && dueNs[id] - dueNs[heap[(place - 1) / 2]] < 0) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, id);
    }

    private void sink(int from, int id) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && dueNs[heap[child + 1]] - dueNs[heap[child]] < 0) {
                child++;
            }
            if (dueNs[heap[child]] - dueNs[id] >= 0) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, id);
    }

    private void put(int place, int id) {
        heap[place] = id;
        places[id] = place;
    }

    private void grow(int id) {
        if (id >= places.length) {
            int from = places.length;
            int to = Math.max(id + 1, 2 * from);
            dueNs = Arrays.copyOf(dueNs, to);
            heap = Arrays.copyOf(heap, to);
            places = Arrays.copyOf(places, to);
            Arrays.fill(places, from, to, ABSENT);
        }
    }

    private static int[] absent(int count) {
        int[] places = new int[count];
        Arrays.fill(places, ABSENT);
        return places;
    }
}

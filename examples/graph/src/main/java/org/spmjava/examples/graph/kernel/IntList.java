package org.spmjava.examples.graph.kernel;

import java.util.Arrays;

/** A list of ints that grows. */
final class IntList {

    private int[] values;
    private int size;

    IntList() {
        this(16);
    }

    IntList(int capacity) {
        values = new int[capacity];
    }

    static IntList[] lists(int count) {
        IntList[] lists = new IntList[count];
        Arrays.setAll(lists, i -> new IntList());
        return lists;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
        }
        values[size++] = value;
    }

    /** Adds the first numbers of an array. */
    void add(int[] some, int count) {
        if (size + count > values.length) {
            values = Arrays.copyOf(values, Math.max(size + count, size + (size >> 1)));
        }
        System.arraycopy(some, 0, values, size, count);
        size += count;
    }

    int get(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int removeLast() {
        return values[--size];
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}

package org.spmjava.examples.mapreduce;

/**
 * Sorts entries of a table by key: a merge sort, so that no input is slow, over the keys' first 8 bytes and, where
 * those are equal, the whole keys.
 */
final class KeySort {

    /** What it takes for each entry: a prefix and a place, and half of both again to merge. */
    static final int BYTES_PER_ENTRY = 18;

    private static final int INSERTION = 12;

    private final KeyTable table;
    private final byte[] arena;
    private final int[] places;
    private final long[] prefixes;
    private final int[] placesAside;
    private final long[] prefixesAside;

    /**
     * Prepares to sort.
     *
     * @param table has the keys
     * @param places the entries; sorted in place
     */
    KeySort(KeyTable table, int[] places) {
        this.table = table;
        this.arena = table.arena();
        this.places = places;
        this.prefixes = new long[places.length];
        this.placesAside = new int[(places.length + 1) / 2];
        this.prefixesAside = new long[(places.length + 1) / 2];
        table.noteSorting((long) BYTES_PER_ENTRY * places.length);
        for (int i = 0; i < places.length; i++) {
            prefixes[i] = Bytes.prefix(arena, table.keyAt(places[i]), table.keyLength(places[i]));
        }
    }

    /** Sorts the entries from one to before another. */
    void sort(int from, int to) {
        if (to - from <= INSERTION) {
            insertionSort(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (isAfter(prefixes[middle - 1], places[middle - 1], prefixes[middle], places[middle])) {
            merge(from, middle, to);
        }
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long prefix = prefixes[i];
            int place = places[i];
            int hole = i;
            while (hole > from && isAfter(prefixes[hole - 1], places[hole - 1], prefix, place)) {
                prefixes[hole] = prefixes[hole - 1];
                places[hole] = places[hole - 1];
                hole--;
            }
            prefixes[hole] = prefix;
            places[hole] = place;
        }
    }

    private void merge(int from, int middle, int to) {
        int count = middle - from;
        System.arraycopy(prefixes, from, prefixesAside, 0, count);
        System.arraycopy(places, from, placesAside, 0, count);
        int left = 0;
        int right = middle;
        int out = from;
        while (left < count) {
            if (right < to && isAfter(prefixesAside[left], placesAside[left], prefixes[right], places[right])) {
                prefixes[out] = prefixes[right];
                places[out++] = places[right++];
            } else {
                prefixes[out] = prefixesAside[left];
                places[out++] = placesAside[left++];
            }
        }
    }

    private boolean isAfter(long leftPrefix, int left, long rightPrefix, int right) {
        if (leftPrefix != rightPrefix) {
            return leftPrefix > rightPrefix;
        }
        int leftAt = table.keyAt(left);
        int rightAt = table.keyAt(right);
        return Bytes.compare(
                        arena, leftAt, leftAt + table.keyLength(left), arena, rightAt, rightAt + table.keyLength(right))
                > 0;
    }
}

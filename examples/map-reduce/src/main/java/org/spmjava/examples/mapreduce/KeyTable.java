package org.spmjava.examples.mapreduce;

import java.util.Arrays;

/**
 * Keys and values in memory, as bytes, within a bound. With a combiner it is a hash table with open addressing, where a
 * key occurs once; without one, a list.
 *
 * <p>An entry is {@code keyLength valueLength key value} in one array; a slot holds the hash of an entry's key and
 * where the entry is, so that a key that is not there costs no second miss of the cache.
 */
final class KeyTable {

    private static final int HEADER = 2 * Integer.BYTES;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int FIRST_ARENA = 1 << 14;
    private static final long OFFSET = 0xFFFFFFFFL;

    private final Combining<?> combining;
    private final int mostSlots;
    private final int largestArena;

    private byte[] arena;
    private int used;
    /** Hash and place, plus 1; 0 is free. */
    private long[] slots;

    private int entries;
    private long peakBytes;

    /**
     * An empty table.
     *
     * @param combining null if there is no combiner
     * @param memoryBytes what it may take, sorting included
     */
    KeyTable(Combining<?> combining, long memoryBytes) {
        this.combining = combining;
        // A quarter for slots, three eighths for entries, while sorting takes 18 bytes for each of 0.6 entries a slot,
        // which is another third; while one of the two grows, its old array stands in the place of what sorting takes.
        this.mostSlots = (int) Math.min(1 << 27, Long.highestOneBit(memoryBytes / 4 / Long.BYTES));
        this.largestArena = (int) Math.min(1 << 30, memoryBytes * 3 / 8);
        this.arena = new byte[Math.min(FIRST_ARENA, largestArena)];
        this.slots = new long[Math.min(FIRST_SLOTS, mostSlots)];
        note(0);
    }

    /** How many entries there are. */
    int size() {
        return entries;
    }

    /** The most memory that it took at any time, sorting included. */
    long peakBytes() {
        return peakBytes;
    }

    private void note(long moreBytes) {
        peakBytes = Math.max(peakBytes, arena.length + (long) Long.BYTES * slots.length + moreBytes);
    }

    /** Notes what sorting takes beside the table. */
    void noteSorting(long bytes) {
        note(bytes);
    }

    /** Forgets all entries; keeps its memory. */
    void clear() {
        used = 0;
        entries = 0;
        Arrays.fill(slots, 0);
    }

    /** Adds to the number of a key, if the combiner is the sum. False if it is full. */
    boolean add(byte[] source, int from, int to, long more) {
        int length = to - from;
        int hash = Bytes.hash(source, from, length);
        int slot = find(source, from, length, hash);
        if (slots[slot] != 0) {
            Combining.addInPlace(arena, valueAt(place(slots[slot])), more);
            return true;
        }
        int place = append(source, from, length, Long.BYTES);
        if (place < 0) {
            return false;
        }
        Bytes.putBigLong(arena, valueAt(place), more ^ Long.MIN_VALUE);
        occupy(source, from, length, hash, place);
        return true;
    }

    /** Puts or combines an encoded value. False if it is full. */
    boolean put(byte[] source, int from, int to, ByteWriter value) {
        int length = to - from;
        int hash = Bytes.hash(source, from, length);
        if (combining == null) {
            int place = append(source, from, length, value.length());
            if (place < 0) {
                return false;
            }
            System.arraycopy(value.array(), 0, arena, valueAt(place), value.length());
            slots[entries++] = tag(hash, place);
            return true;
        }
        int slot = find(source, from, length, hash);
        if (slots[slot] == 0) {
            int place = append(source, from, length, value.length());
            if (place < 0) {
                return false;
            }
            System.arraycopy(value.array(), 0, arena, valueAt(place), value.length());
            occupy(source, from, length, hash, place);
            return true;
        }
        return combine(slot, source, from, length, value);
    }

    private boolean combine(int slot, byte[] source, int from, int length, ByteWriter value) {
        int place = place(slots[slot]);
        int valueAt = valueAt(place);
        int valueLength = valueLength(place);
        ByteWriter combined =
                combining.combine(arena, valueAt, valueAt + valueLength, value.array(), 0, value.length());
        if (combined.length() > valueLength) {
            int hash = (int) (slots[slot] >>> 32);
            place = append(source, from, length, combined.length());
            if (place < 0) {
                return false;
            }
            // The table may have grown meanwhile, and the key has another slot.
            slots[find(source, from, length, hash)] = tag(hash, place);
        }
        Bytes.putInt(arena, place + Integer.BYTES, combined.length());
        System.arraycopy(combined.array(), 0, arena, valueAt(place), combined.length());
        return true;
    }

    private static long tag(int hash, int place) {
        return (long) hash << 32 | place + 1;
    }

    private static int place(long slot) {
        return (int) (slot & OFFSET) - 1;
    }

    private int find(byte[] source, int from, int length, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            long found = slots[slot];
            if (found == 0) {
                return slot;
            }
            if ((int) (found >>> 32) == hash) {
                int place = place(found);
                if (keyLength(place) == length && Bytes.equal(arena, place + HEADER, source, from, length)) {
                    return slot;
                }
            }
        }
    }

    /** Room for an entry, with its key; negative if there is none. */
    private int append(byte[] source, int from, int length, int valueLength) {
        long needed = (long) used + HEADER + length + valueLength + Bytes.SLACK;
        if (needed > arena.length && !growArena(needed) || entries + 1 > slots.length * 6L / 10 && !growSlots()) {
            return -1;
        }
        int place = used;
        Bytes.putInt(arena, place, length);
        Bytes.putInt(arena, place + Integer.BYTES, valueLength);
        System.arraycopy(source, from, arena, place + HEADER, length);
        used = place + HEADER + length + valueLength;
        return place;
    }

    /** Puts a new entry into the first free slot, which need not be where it would have been before the table grew. */
    private void occupy(byte[] source, int from, int length, int hash, int place) {
        slots[find(source, from, length, hash)] = tag(hash, place);
        entries++;
    }

    private boolean growArena(long needed) {
        if (needed > largestArena) {
            return false;
        }
        int larger = (int) Math.min(largestArena, Math.max(needed, 2L * arena.length));
        note(larger);
        arena = Arrays.copyOf(arena, larger);
        return true;
    }

    private boolean growSlots() {
        if (slots.length >= mostSlots) {
            return false;
        }
        long[] before = slots;
        note(2L * Long.BYTES * before.length);
        slots = new long[2 * before.length];
        if (combining == null) {
            System.arraycopy(before, 0, slots, 0, entries);
            return true;
        }
        int mask = slots.length - 1;
        for (long tag : before) {
            if (tag != 0) {
                int slot = (int) (tag >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = tag;
            }
        }
        return true;
    }

    /** Where all entries are, those of one partition together; how many each has goes into {@code counts}. */
    int[] byPartition(int[] counts) {
        int[] next = new int[counts.length];
        for (long tag : slots) {
            if (tag != 0) {
                counts[partition(tag, counts.length)]++;
            }
        }
        for (int i = 1; i < next.length; i++) {
            next[i] = next[i - 1] + counts[i - 1];
        }
        int[] places = new int[entries];
        for (long tag : slots) {
            if (tag != 0) {
                places[next[partition(tag, counts.length)]++] = place(tag);
            }
        }
        return places;
    }

    /** By the highest bits of the hash, since slots go by the lowest. */
    private static int partition(long tag, int count) {
        return (int) ((tag >>> 32) * count >>> 32);
    }

    byte[] arena() {
        return arena;
    }

    int keyAt(int place) {
        return place + HEADER;
    }

    int keyLength(int place) {
        return Bytes.intAt(arena, place);
    }

    int valueAt(int place) {
        return place + HEADER + keyLength(place);
    }

    int valueLength(int place) {
        return Bytes.intAt(arena, place + Integer.BYTES);
    }
}

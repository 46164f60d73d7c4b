package org.spmjava.examples.mapreduce;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** The records of several segments in the order of their keys, key by key: a merge by a binary heap. */
final class Merge implements Closeable {

    private final RunReader[] heap;
    private int size;
    private byte[] key;
    private long prefix;
    private boolean headIsNew;

    private Merge(List<Segment> segments, int bufferBytes) {
        heap = new RunReader[segments.size()];
        try {
            for (Segment segment : segments) {
                RunReader reader = new RunReader(segment, bufferBytes);
                heap[size++] = reader;
                if (!reader.next()) {
                    reader.close();
                    size--;
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
        headIsNew = true;
    }

    /**
     * Opens a merge of all segments. If they are more than the budget can read at once, some are first merged into new
     * files, the smallest first, and as few as will do (Knuth, TAOCP 5.4.9).
     *
     * @param all the segments
     * @param combining combines values of a key on the way; null if there is nothing to combine
     * @param budget says how many are read at once
     * @param files names new files
     */
    static Merge of(List<Segment> all, Combining<?> combining, Budget budget, Supplier<Path> files) {
        List<Segment> left = reduce(all, budget.fanIn(), combining, budget, files);
        return new Merge(left, budget.mergeBuffer(Math.max(1, left.size())));
    }

    /** Merges the smallest segments until there are at most so many. */
    static List<Segment> reduce(
            List<Segment> all, int most, Combining<?> combining, Budget budget, Supplier<Path> files) {
        if (all.size() <= most) {
            return all;
        }
        PriorityQueue<Segment> bySize = new PriorityQueue<>(
                Comparator.comparingLong(Segment::lengthBytes).thenComparing(Segment::file));
        bySize.addAll(all);
        int fanIn = budget.fanIn();
        while (bySize.size() > most) {
            int excess = bySize.size() - most;
            List<Segment> some = new ArrayList<>();
            int count = excess % (fanIn - 1) == 0 ? fanIn : excess % (fanIn - 1) + 1;
            for (int i = 0; i < count; i++) {
                some.add(bySize.remove());
            }
            bySize.add(merged(some, combining, budget, files.get()));
        }
        return List.copyOf(bySize);
    }

    private static Segment merged(List<Segment> some, Combining<?> combining, Budget budget, Path file) {
        try (Merge merge = new Merge(some, budget.mergeBuffer(some.size()));
                RunWriter writer = new RunWriter(file, budget.outputBuffer())) {
            ByteWriter value = new ByteWriter();
            while (merge.nextKey()) {
                byte[] key = merge.key();
                while (merge.nextValue()) {
                    RunReader head = merge.head();
                    value.clear();
                    value.writeBytes(head.bytes(), head.keyTo(), head.valueTo());
                    while (combining != null && merge.nextValue()) {
                        head = merge.head();
                        ByteWriter both = combining.combine(
                                value.array(), 0, value.length(), head.bytes(), head.keyTo(), head.valueTo());
                        value.clear();
                        value.writeBytes(both.array(), 0, both.length());
                    }
                    writer.record(key, 0, key.length, value.array(), 0, value.length());
                }
            }
            writer.finish();
            return new Segment(file.toString(), 0, writer.position());
        }
    }

    /** Goes to the next key, over what is left of the last one's values; false after the last. */
    boolean nextKey() {
        while (key != null && nextValue()) {
            continue;
        }
        if (size == 0) {
            return false;
        }
        RunReader head = heap[0];
        key = Arrays.copyOfRange(head.bytes(), head.keyFrom(), head.keyTo());
        prefix = head.prefix();
        headIsNew = true;
        return true;
    }

    /** The key; not to be changed. */
    byte[] key() {
        return key;
    }

    /** Goes to the next value of the key; false after the last. The first is to be gone to as well. */
    boolean nextValue() {
        if (headIsNew) {
            headIsNew = false;
            return true;
        }
        if (size > 0 && heap[0].hasKey(prefix, key)) {
            advance();
        }
        return size > 0 && heap[0].hasKey(prefix, key);
    }

    /** Has the value; valid until the next step. */
    RunReader head() {
        return heap[0];
    }

    private void advance() {
        if (!heap[0].next()) {
            heap[0].close();
            heap[0] = heap[--size];
            heap[size] = null;
        }
        siftDown(0);
    }

    private void siftDown(int from) {
        if (from >= size) {
            return;
        }
        RunReader moving = heap[from];
        int hole = from;
        for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && heap[child + 1].compareTo(heap[child]) < 0) {
                child++;
            }
            if (heap[child].compareTo(moving) >= 0) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moving;
    }

    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            heap[i].close();
        }
        size = 0;
    }
}

package org.spmjava.core.hub;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The tasks of a command in few objects, since there may be millions: a collector that has nothing to follow is done
 * soon. A task is put together when it is asked for. Filled by whoever makes it; after that, not changed any more.
 */
public final class TaskBatch extends AbstractList<TaskSpec> implements RandomAccess {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST_CAPACITY = 4;
    /** A longer payload is an array of its own. */
    private static final int MAX_TOGETHER = 1024;

    private static final byte RELAUNCH_PRE = 1;
    private static final byte RELAUNCH_POST = 2;

    private final List<Chunk> chunks = new ArrayList<>();
    private int size;

    /** Without tasks. */
    public TaskBatch() {}

    /**
     * Adds a task; see {@link TaskSpec}.
     *
     * @param payload holds the encoded payload at its begin; copied
     * @param length how many bytes the encoded payload has
     * @param predecessors kept as it is
     */
    public void add(
            String label,
            long timeoutNs,
            boolean relaunchPre,
            boolean relaunchPost,
            byte[] payload,
            int length,
            int[] predecessors) {
        int place = size & CHUNK - 1;
        if (place == 0) {
            chunks.add(new Chunk(size == 0 ? FIRST_CAPACITY : CHUNK));
        }
        byte flags = (byte) ((relaunchPre ? RELAUNCH_PRE : 0) | (relaunchPost ? RELAUNCH_POST : 0));
        chunks.get(size >>> CHUNK_BITS).add(place, label, timeoutNs, flags, payload, length, predecessors);
        size++;
    }

    @Override
    public TaskSpec get(int task) {
        return chunk(task).get(task & CHUNK - 1);
    }

    @Override
    public int size() {
        return size;
    }

    String label(int task) {
        return chunk(task).labels[task & CHUNK - 1];
    }

    int[] predecessors(int task) {
        return chunk(task).predecessors(task & CHUNK - 1);
    }

    private Chunk chunk(int task) {
        if (task >= size) {
            throw new IndexOutOfBoundsException("task " + task + " of " + size);
        }
        return chunks.get(task >>> CHUNK_BITS);
    }

    /** So many tasks as make it worth while. */
    private static final class Chunk {

        private static final byte[] NOTHING = {};

        private String[] labels;
        private long[] timeoutsNs;
        private byte[] flags;
        /** Where each payload ends among those that are kept together; it begins where the one before ends. */
        private int[] ends;

        private byte[] together = NOTHING;
        /** Payloads with an array of their own; null where there is none, and as long as there is none at all. */
        private byte[][] apart;
        /** Null as long as no task has any. */
        private int[][] predecessors;

        Chunk(int capacity) {
            labels = new String[capacity];
            timeoutsNs = new long[capacity];
            flags = new byte[capacity];
            ends = new int[capacity];
        }

        void add(int place, String label, long timeoutNs, byte flag, byte[] payload, int length, int[] needed) {
            if (place == labels.length) {
                grow();
            }
            labels[place] = label;
            timeoutsNs[place] = timeoutNs;
            flags[place] = flag;
            int begin = begin(place);
            if (length > MAX_TOGETHER) {
                apart = apart == null ? new byte[labels.length][] : apart;
                apart[place] = Arrays.copyOf(payload, length);
                ends[place] = begin;
            } else {
                ends[place] = begin + length;
                keepTogether(place, payload, begin, length);
            }
            if (needed.length > 0) {
                predecessors = predecessors == null ? new int[labels.length][] : predecessors;
                predecessors[place] = needed;
            }
        }

        private void keepTogether(int place, byte[] payload, int begin, int length) {
            int end = begin + length;
            if (end > together.length) {
                // Room for the rest of the chunk, if the others are like those so far.
                long expected = (long) end * labels.length / (place + 1);
                together = Arrays.copyOf(together, (int) Math.max(end, Math.min(expected, 2L * end)));
            }
            System.arraycopy(payload, 0, together, begin, length);
        }

        private void grow() {
            int capacity = 2 * labels.length;
            labels = Arrays.copyOf(labels, capacity);
            timeoutsNs = Arrays.copyOf(timeoutsNs, capacity);
            flags = Arrays.copyOf(flags, capacity);
            ends = Arrays.copyOf(ends, capacity);
            apart = apart == null ? null : Arrays.copyOf(apart, capacity);
            predecessors = predecessors == null ? null : Arrays.copyOf(predecessors, capacity);
        }

        private int begin(int place) {
            return place == 0 ? 0 : ends[place - 1];
        }

        int[] predecessors(int place) {
            return predecessors == null || predecessors[place] == null ? TaskSpec.NO_PREDECESSORS : predecessors[place];
        }

        TaskSpec get(int place) {
            byte[] payload = apart == null || apart[place] == null
                    ? Arrays.copyOfRange(together, begin(place), ends[place])
                    : apart[place];
            return new TaskSpec(
                    labels[place],
                    timeoutsNs[place],
                    (flags[place] & RELAUNCH_PRE) != 0,
                    (flags[place] & RELAUNCH_POST) != 0,
                    payload,
                    predecessors(place));
        }
    }
}

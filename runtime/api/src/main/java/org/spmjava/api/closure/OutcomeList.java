package org.spmjava.api.closure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.spmjava.api.Conclusion;
import org.spmjava.api.SpokeIdentity;
import org.spmjava.api.Verdict;

/**
 * What became of the tasks of a command, in few objects, since there may be millions. An outcome is put together when
 * it is asked for. Immutable.
 */
public final class OutcomeList extends AbstractList<Conclusion.Outcome> implements RandomAccess {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int FIRST_CAPACITY = 4;
    private static final Verdict[] VERDICTS = Verdict.values();

    private final Chunk[] chunks;
    private final int size;
    /** The number of the task at each place, ascending; null if it is the place itself. */
    private final int[] numbers;

    private OutcomeList(Chunk[] chunks, int size, int[] numbers) {
        this.chunks = chunks;
        this.size = size;
        this.numbers = numbers;
    }

    @Override
    public Conclusion.Outcome get(int place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException(place + " of " + size);
        }
        int number = numbers == null ? place : numbers[place];
        return chunks[number >>> CHUNK_BITS].get(number & CHUNK - 1);
    }

    @Override
    public int size() {
        return size;
    }

    /** What the outcomes of consecutive numbers consist of. */
    private static final class Chunk {
        private String[] labels;
        /** The verdict's number and one; 0 where there is no outcome. */
        private byte[] verdicts;

        private SpokeIdentity[] spokes;
        private int[] startsUs;
        /** Of a chunk with a start beyond half an hour; null otherwise. */
        private long[] lateStartsUs;

        private long[] durationsNs;
        /** Null as long as there is nothing to say. */
        private String[] messages;

        Chunk(int capacity) {
            labels = new String[capacity];
            verdicts = new byte[capacity];
            spokes = new SpokeIdentity[capacity];
            startsUs = new int[capacity];
            durationsNs = new long[capacity];
        }

        void add(
                int place,
                String label,
                Verdict verdict,
                SpokeIdentity spoke,
                long startUs,
                long durationNs,
                String message) {
            if (place >= labels.length) {
                grow(Integer.highestOneBit(place) * 2);
            }
            labels[place] = label;
            verdicts[place] = (byte) (verdict.ordinal() + 1);
            spokes[place] = spoke;
            start(place, startUs);
            durationsNs[place] = durationNs;
            if (!message.isEmpty()) {
                messages = messages == null ? new String[CHUNK] : messages;
                messages[place] = message;
            }
        }

        private void start(int place, long startUs) {
            if (lateStartsUs == null && startUs > Integer.MAX_VALUE) {
                lateStartsUs = Arrays.stream(startsUs).asLongStream().toArray();
                startsUs = null;
            }
            if (lateStartsUs != null) {
                lateStartsUs[place] = startUs;
            } else {
                startsUs[place] = (int) startUs;
            }
        }

        private void grow(int capacity) {
            labels = Arrays.copyOf(labels, capacity);
            verdicts = Arrays.copyOf(verdicts, capacity);
            spokes = Arrays.copyOf(spokes, capacity);
            startsUs = startsUs == null ? null : Arrays.copyOf(startsUs, capacity);
            lateStartsUs = lateStartsUs == null ? null : Arrays.copyOf(lateStartsUs, capacity);
            durationsNs = Arrays.copyOf(durationsNs, capacity);
        }

        boolean has(int place) {
            return place < verdicts.length && verdicts[place] != 0;
        }

        Conclusion.Outcome get(int place) {
            return new Conclusion.Outcome(
                    labels[place],
                    VERDICTS[verdicts[place] - 1],
                    Optional.ofNullable(spokes[place]),
                    Duration.of(lateStartsUs == null ? startsUs[place] : lateStartsUs[place], ChronoUnit.MICROS),
                    Duration.ofNanos(durationsNs[place]),
                    messages == null || messages[place] == null ? "" : messages[place]);
        }
    }

    /** Takes outcomes as they come. Not thread-safe. */
    public static final class Builder {

        private final List<Chunk> chunks = new ArrayList<>();
        private int size;
        private int end;

        /** Without outcomes. */
        public Builder() {}

        /**
         * Adds an outcome.
         *
         * @param number the task's number, from 0; one that has no outcome yet
         * @param label the task's label
         * @param verdict how it ended
         * @param spoke where it ran; null if it never started
         * @param startNs when it began; what is less than a microsecond is left out
         * @param durationNs how long it took
         * @param message why; empty if there is nothing to say
         */
        public void add(
                int number,
                String label,
                Verdict verdict,
                SpokeIdentity spoke,
                long startNs,
                long durationNs,
                String message) {
            while (chunks.size() <= number >>> CHUNK_BITS) {
                chunks.add(null);
            }
            Chunk chunk = chunks.get(number >>> CHUNK_BITS);
            if (chunk == null) {
                chunk = new Chunk(number < CHUNK ? FIRST_CAPACITY : CHUNK);
                chunks.set(number >>> CHUNK_BITS, chunk);
            }
            chunk.add(number & CHUNK - 1, label, verdict, spoke, startNs / 1_000, durationNs, message);
            size++;
            end = Math.max(end, number + 1);
        }

        /**
         * How many there are.
         *
         * @return 0 or more
         */
        public int size() {
            return size;
        }

        /**
         * The outcome of a task.
         *
         * @param number the task's number
         * @return empty if there is none yet
         */
        public Optional<Conclusion.Outcome> of(int number) {
            return has(number)
                    ? Optional.of(chunks.get(number >>> CHUNK_BITS).get(number & CHUNK - 1))
                    : Optional.empty();
        }

        private boolean has(int number) {
            Chunk chunk = number < 0 || number >= end ? null : chunks.get(number >>> CHUNK_BITS);
            return chunk != null && chunk.has(number & CHUNK - 1);
        }

        /**
         * All of them, in the order of the tasks' numbers; nothing may be added any more.
         *
         * @return as many as were added
         */
        public OutcomeList build() {
            int[] numbers = null;
            if (size < end) {
                numbers = new int[size];
                int found = 0;
                for (int number = 0; number < end; number++) {
                    if (has(number)) {
                        numbers[found++] = number;
                    }
                }
            }
            return new OutcomeList(chunks.toArray(Chunk[]::new), size, numbers);
        }
    }
}

package org.spmjava.examples.mapreduce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Takes the lines of output that a job's {@code reduce} makes. */
public final class Output {

    /** By rank, the highest first; where ranks are equal, by key, then by line. */
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparingLong(Ranked::rank)
            .reversed()
            .thenComparing(Ranked::key, Arrays::compareUnsigned)
            .thenComparing(Ranked::line, Arrays::compareUnsigned);

    private final int most;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(BEST_FIRST.reversed());
    private final LineSink sink;
    private final Counters counters;
    private byte[] key = {};
    private long lines;

    /**
     * An output.
     *
     * @param most how many of the highest rank are kept
     * @param sink takes every line
     * @param counters counts
     */
    Output(int most, LineSink sink, Counters counters) {
        this.most = most;
        this.sink = sink;
        this.counters = counters;
    }

    /** Takes a line of a key. */
    @FunctionalInterface
    interface LineSink {
        void line(byte[] key, byte[] text, int from, int to);
    }

    /**
     * A line among the best.
     *
     * @param rank how it compares
     * @param key of what
     * @param line without an end
     */
    record Ranked(long rank, byte[] key, byte[] line) {}

    void key(byte[] next) {
        key = next;
    }

    /**
     * Takes a line of rank 0.
     *
     * @param text without a line end
     */
    public void line(String text) {
        line(0, text);
    }

    /**
     * Takes a line.
     *
     * @param rank by which {@code --top} chooses: the higher, the better
     * @param text without a line end
     */
    public void line(long rank, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        line(rank, encoded, 0, encoded.length);
    }

    /**
     * Takes a line.
     *
     * @param rank by which {@code --top} chooses: the higher, the better
     * @param text what was written into it, without a line end; may be changed afterwards
     */
    public void line(long rank, ByteWriter text) {
        line(rank, text.array(), 0, text.length());
    }

    /**
     * Adds up, as is most often done with the values of a key.
     *
     * @param counts the values; used up
     * @return their sum
     * @throws ArithmeticException beyond 64 bits
     */
    public static long sum(Iterator<Long> counts) {
        long sum = 0;
        while (counts.hasNext()) {
            sum = Math.addExact(sum, counts.next());
        }
        return sum;
    }

    /**
     * Counts something that is told at the end.
     *
     * @param what for people, a few words
     * @param by how many more
     */
    public void count(String what, long by) {
        counters.add(what, by);
    }

    private void line(long rank, byte[] text, int from, int to) {
        lines++;
        if (most > 0 && (best.size() < most || rank >= best.element().rank())) {
            best.add(new Ranked(rank, key, Arrays.copyOfRange(text, from, to)));
            if (best.size() > most) {
                best.remove();
            }
        }
        sink.line(key, text, from, to);
    }

    long lines() {
        return lines;
    }

    List<Ranked> best() {
        List<Ranked> all = new ArrayList<>(best);
        all.sort(BEST_FIRST);
        return all;
    }
}

package org.spmjava.examples.mapreduce;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one key of a join.
 *
 * @param sum over the rows of the right side
 * @param rows how many rows of the right side there are
 * @param labels of the rows of the left side, each with how many rows have it
 */
record Tally(long sum, long rows, Map<String, Long> labels) {

    static final Codec<Tally> CODEC = new Codec<>() {
        @Override
        public void write(Tally tally, ByteWriter out) {
            out.writeLong(tally.sum);
            out.writeVarint(tally.rows);
            tally.labels.forEach((label, count) -> {
                out.writeText(label);
                out.writeVarint(count);
            });
        }

        @Override
        public Tally read(ByteReader in) {
            long sum = in.readLong();
            long rows = in.readVarint();
            if (in.remaining() == 0) {
                return new Tally(sum, rows, Map.of());
            }
            Map<String, Long> labels = new TreeMap<>();
            while (in.remaining() > 0) {
                String label = in.readText();
                labels.put(label, in.readVarint());
            }
            return new Tally(sum, rows, labels);
        }
    };

    /** Of two parts; neither is changed. */
    static Tally sum(Tally left, Tally right) {
        return new Tally(
                Math.addExact(left.sum, right.sum),
                left.rows + right.rows,
                left.labels.isEmpty()
                        ? right.labels
                        : right.labels.isEmpty() ? left.labels : Counters.sum(left.labels, right.labels));
    }
}

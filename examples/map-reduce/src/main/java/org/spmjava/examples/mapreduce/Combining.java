package org.spmjava.examples.mapreduce;

/** A job's combiner, on values as bytes. */
final class Combining<V> {

    private final Codec<V> codec;
    private final Combiner<V> combiner;
    private final boolean sums;
    private final ByteReader reader = new ByteReader();
    private final ByteWriter writer = new ByteWriter();

    private Combining(Codec<V> codec, Combiner<V> combiner) {
        this.codec = codec;
        this.combiner = combiner;
        this.sums = isSum(codec, combiner);
    }

    /** Null if the job has none. */
    static <V> Combining<V> of(Job<?, V> job) {
        return job.combiner()
                .map(combiner -> new Combining<>(job.values(), combiner))
                .orElse(null);
    }

    private static boolean isSum(Object codec, Object combiner) {
        return codec == Codec.LONG && combiner == Combiner.SUM;
    }

    /** Whether it adds numbers of {@link Codec#LONG}, which can be done in place. */
    boolean sums() {
        return sums;
    }

    /** Adds to a number of {@link Codec#LONG} where it is. */
    static void addInPlace(byte[] bytes, int at, long more) {
        long sum = Math.addExact(Bytes.bigLong(bytes, at) ^ Long.MIN_VALUE, more);
        Bytes.putBigLong(bytes, at, sum ^ Long.MIN_VALUE);
    }

    /** Combines; what comes of it is valid until the next call. */
    ByteWriter combine(byte[] left, int leftFrom, int leftTo, byte[] right, int rightFrom, int rightTo) {
        V first = codec.read(reader.over(left, leftFrom, leftTo));
        V second = codec.read(reader.over(right, rightFrom, rightTo));
        writer.clear();
        codec.write(combiner.combine(first, second), writer);
        return writer;
    }
}

package org.spmjava.benchmarks.primitives;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/** What is measured, as each task of a unit does it once. */
enum Measure {
    /** From rank 0 to rank 1 and back. */
    ROUND_TRIP("round trip", true) {
        @Override
        void once(Communicator unit, Values values) {
            if (unit.rank() == 0) {
                values.send(unit, 1);
                values.receive(unit, 1);
            } else if (unit.rank() == 1) {
                values.receive(unit, 0);
                values.send(unit, 0);
            }
        }
    },
    BARRIER("barrier", false) {
        @Override
        void once(Communicator unit, Values values) {
            unit.barrier();
        }
    },
    ALL_REDUCE("all-reduce", true) {
        @Override
        void once(Communicator unit, Values values) {
            values.allReduce(unit);
        }
    },
    EXCHANGE("exchange", true) {
        @Override
        void once(Communicator unit, Values values) {
            values.exchange(unit);
        }
    };

    private final String words;
    private final boolean hasValues;

    Measure(String words, boolean hasValues) {
        this.words = words;
        this.hasValues = hasValues;
    }

    abstract void once(Communicator unit, Values values);

    boolean hasValues() {
        return hasValues;
    }

    /** How the figure is called. */
    String figure(int bytes, int spokes) {
        String size = !hasValues ? "" : bytes < 1024 ? " " + bytes + " B" : " " + bytes / 1024 + " KB";
        return words + size + ", " + spokes + " Spokes";
    }

    /** Values of one length: numbers, or bytes if nothing is computed with them. */
    static final class Values {

        private static final Channel<Long> NUMBER = Channel.of("number", Codecs.LONG);
        private static final Channel<byte[]> BYTES = Channel.of("bytes", Codecs.BYTES);
        private static final Channel<long[]> NUMBERS = Channel.of("numbers", Codecs.LONGS);

        private final boolean single;
        private final byte[] bytes;
        private final long[] numbers;
        private final List<Long> number1ForEach;
        private final List<byte[]> bytesForEach;

        Values(int length, int size) {
            single = length == Long.BYTES;
            bytes = new byte[length];
            numbers = new long[length / Long.BYTES];
            Arrays.fill(numbers, 1);
            number1ForEach = new ArrayList<>(Collections.nCopies(size, 1L));
            bytesForEach = new ArrayList<>(Collections.nCopies(size, bytes));
        }

        private void send(Communicator unit, int to) {
            if (single) {
                unit.send(to, NUMBER, 1L);
            } else {
                unit.send(to, BYTES, bytes);
            }
        }

        private void receive(Communicator unit, int from) {
            require(single ? unit.receive(from, NUMBER) == 1 : unit.receive(from, BYTES).length == bytes.length);
        }

        private void allReduce(Communicator unit) {
            long sum = single
                    ? unit.allReduce(NUMBER, 1L, Long::sum)
                    : unit.allReduce(NUMBERS, numbers, Values::sum)[numbers.length - 1];
            require(sum == unit.size());
        }

        private void exchange(Communicator unit) {
            require(
                    single
                            ? unit.exchange(NUMBER, number1ForEach).get(unit.size() - 1) == 1
                            : unit.exchange(BYTES, bytesForEach).get(unit.size() - 1).length == bytes.length);
        }

        private static long[] sum(long[] left, long[] right) {
            long[] sum = new long[left.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = left[i] + right[i];
            }
            return sum;
        }

        private static void require(boolean right) {
            if (!right) {
                throw new IllegalStateException("a wrong value has come");
            }
        }
    }
}

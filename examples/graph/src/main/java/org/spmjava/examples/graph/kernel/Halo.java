package org.spmjava.examples.graph.kernel;

import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/**
 * Tells the tasks next to each other: those of which one has ghosts of the other's vertices, and so the other of its.
 * What goes from one to another in a superstep is one array, and nothing goes between tasks that share no edge.
 */
final class Halo {

    private static final Channel<int[]> INTS = Channel.of("halo of ints", Codecs.INTS);
    private static final Channel<long[]> LONGS = Channel.of("halo of longs", Codecs.LONGS);
    private static final Channel<double[]> DOUBLES = Channel.of("halo of doubles", Codecs.DOUBLES);
    private static final Channel<int[]> MESSAGES = Channel.of("messages of ints", Codecs.INTS);
    private static final Channel<double[]> WEIGHTS = Channel.of("messages of doubles", Codecs.DOUBLES);

    private final Partition part;
    private final Communicator tasks;

    Halo(Partition part, Communicator tasks) {
        this.part = part;
        this.tasks = tasks;
    }

    boolean isNeighbour(int task) {
        return task != part.rank && part.ghostStart[task] < part.ghostStart[task + 1];
    }

    /** Each ghost gets the value of its mirror. */
    void refresh(double[] values) {
        for (int to = 0; to < part.size; to++) {
            if (isNeighbour(to)) {
                int[] mirrors = part.mirrors[to];
                double[] message = new double[mirrors.length];
                for (int i = 0; i < mirrors.length; i++) {
                    message[i] = values[mirrors[i]];
                }
                tasks.send(to, DOUBLES, message);
            }
        }
        for (int from = 0; from < part.size; from++) {
            if (isNeighbour(from)) {
                double[] message = tasks.receive(from, DOUBLES);
                System.arraycopy(message, 0, values, part.owned + part.ghostStart[from], message.length);
            }
        }
    }

    /** Each ghost gets the value of its mirror. */
    void refresh(int[] values) {
        for (int to = 0; to < part.size; to++) {
            if (isNeighbour(to)) {
                int[] mirrors = part.mirrors[to];
                int[] message = new int[mirrors.length];
                for (int i = 0; i < mirrors.length; i++) {
                    message[i] = values[mirrors[i]];
                }
                tasks.send(to, INTS, message);
            }
        }
        for (int from = 0; from < part.size; from++) {
            if (isNeighbour(from)) {
                int[] message = tasks.receive(from, INTS);
                System.arraycopy(message, 0, values, part.owned + part.ghostStart[from], message.length);
            }
        }
    }

    /** Each ghost gets the bit of its mirror. */
    void refresh(Bits bits) {
        for (int to = 0; to < part.size; to++) {
            if (isNeighbour(to)) {
                tasks.send(to, LONGS, bits.gather(part.mirrors[to]));
            }
        }
        for (int from = 0; from < part.size; from++) {
            if (isNeighbour(from)) {
                int count = part.ghostStart[from + 1] - part.ghostStart[from];
                bits.put(part.owned + part.ghostStart[from], count, tasks.receive(from, LONGS));
            }
        }
    }

    /** Takes what came from a task. */
    interface Taker<T> {
        void take(int from, T message);
    }

    /** Sends a list to each neighbour, and takes one of each. */
    void swap(IntList[] messages, Taker<int[]> taker) {
        for (int to = 0; to < part.size; to++) {
            if (isNeighbour(to)) {
                tasks.send(to, MESSAGES, messages[to].toArray());
            }
        }
        for (int from = 0; from < part.size; from++) {
            if (isNeighbour(from)) {
                taker.take(from, tasks.receive(from, MESSAGES));
            }
        }
    }

    /** Sends an array to each neighbour, and takes one of each. */
    void swap(double[][] messages, Taker<double[]> taker) {
        for (int to = 0; to < part.size; to++) {
            if (isNeighbour(to)) {
                tasks.send(to, WEIGHTS, messages[to]);
            }
        }
        for (int from = 0; from < part.size; from++) {
            if (isNeighbour(from)) {
                taker.take(from, tasks.receive(from, WEIGHTS));
            }
        }
    }
}

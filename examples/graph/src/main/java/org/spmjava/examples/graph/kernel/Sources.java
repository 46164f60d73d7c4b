package org.spmjava.examples.graph.kernel;

import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Communicator;

/** Where searches begin if nobody says where. */
public final class Sources {

    private static final Channel<long[]> BUSIEST = Channel.of("busiest", Codecs.LONGS);

    private Sources() {}

    /**
     * Collective: the vertex from which most edges lead; of several, the first.
     *
     * @param part this task's
     * @param tasks all tasks of the command
     * @return a vertex of the whole graph, or -1 if there is none
     */
    public static int busiest(Partition part, Communicator tasks) {
        long[] best = {-1, -1};
        for (int v = 0; v < part.owned; v++) {
            if (part.out.degree(v) > best[0]) {
                best = new long[] {part.out.degree(v), part.global(v)};
            }
        }
        return (int) tasks.allReduce(BUSIEST, best, (left, right) -> right[0] > left[0] ? right : left)[1];
    }
}

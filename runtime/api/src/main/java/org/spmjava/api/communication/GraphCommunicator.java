package org.spmjava.api.communication;

import java.util.Map;

/**
 * What a task of a graph may do: run supersteps on the vertices that it holds, beside what every task of general grain
 * may.
 *
 * <p>After Pregel: G. Malewicz et al., <i>Pregel: a system for large-scale graph processing</i>, SIGMOD 2010 (DOI
 * 10.1145/1807167.1807184), and L. Valiant, <i>A bridging model for parallel computation</i>, CACM 33(8), 1990.
 */
public interface GraphCommunicator extends Communicator {

    /**
     * Which task holds a vertex: vertices are spread evenly, whatever their numbers.
     *
     * @param vertex any number
     * @return a rank, the same on every task
     */
    int owner(long vertex);

    /**
     * Collective: computes vertices in supersteps until all have halted and no message is on its way.
     *
     * <p>In superstep 0 every vertex is computed. What a vertex sends in one superstep arrives in the next. A vertex
     * that has {@linkplain Vertex#halt() halted} is computed again only when a message arrives.
     *
     * @param messages how messages travel
     * @param vertices the vertices that this task {@linkplain #owner owns}, with their values; not changed
     * @param program what a vertex does
     * @param <V> the type of a vertex's value
     * @param <M> the type of messages
     * @return the same vertices, in the same order, with their last values
     * @throws IllegalArgumentException if another task owns one of the vertices
     * @throws IllegalStateException if a message went to a vertex that there is not
     * @throws Exception what the program threw
     */
    <V, M> Map<Long, V> supersteps(Channel<M> messages, Map<Long, V> vertices, VertexProgram<V, M> program)
            throws Exception;
}

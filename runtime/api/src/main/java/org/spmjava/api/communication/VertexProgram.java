package org.spmjava.api.communication;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What each vertex of a graph does in each superstep.
 *
 * @param <V> the type of a vertex's value
 * @param <M> the type of messages
 */
@FunctionalInterface
public interface VertexProgram<V, M> {

    /**
     * Computes a vertex.
     *
     * @param vertex which one, and what it may do
     * @param value its value
     * @param messages what was sent to it in the last superstep, combined if there is a {@link #combiner()}; in an
     *     order that is the same in every run with as many tasks
     * @return its new value
     * @throws Exception if the command cannot go on
     */
    V compute(Vertex<M> vertex, V value, List<M> messages) throws Exception;

    /**
     * Combines two messages to the same vertex into one, on the sender's side and on the receiver's.
     *
     * @return an associative and commutative operator; empty unless overridden: every message arrives
     */
    default Optional<BinaryOperator<M>> combiner() {
        return Optional.empty();
    }
}

package org.spmjava.api.communication;

/**
 * A vertex while it is computed; of no use afterwards.
 *
 * @param <M> the type of messages
 */
public interface Vertex<M> {

    /**
     * The vertex's number.
     *
     * @return any number
     */
    long id();

    /**
     * The superstep's number.
     *
     * @return from 0
     */
    int superstep();

    /**
     * Sends a message along an edge; it arrives in the next superstep.
     *
     * @param to the number of a vertex, which must exist
     * @param message the message
     */
    void send(long to, M message);

    /** Votes to halt: the vertex is computed again only when a message arrives. */
    void halt();
}

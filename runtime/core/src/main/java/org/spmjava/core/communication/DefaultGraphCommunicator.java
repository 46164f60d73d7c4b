package org.spmjava.core.communication;

import java.util.Map;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.GraphCommunicator;
import org.spmjava.api.communication.VertexProgram;

/** The handle of the pattern graph. */
final class DefaultGraphCommunicator extends DefaultCommunicator implements GraphCommunicator {

    DefaultGraphCommunicator(Door door, HubLine line, Values values, Peers peers) {
        super(door, line, values, peers);
    }

    @Override
    public int owner(long vertex) {
        return Hashing.rankOfNumber(vertex, size());
    }

    @Override
    public <V, M> Map<Long, V> supersteps(Channel<M> messages, Map<Long, V> vertices, VertexProgram<V, M> program)
            throws Exception {
        door().pass("supersteps on '" + messages.signature() + "'");
        return new Supersteps<>(this, messages, vertices, program).run();
    }
}

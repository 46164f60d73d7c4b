package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.communication.Channel;
import org.spmjava.api.communication.Codecs;
import org.spmjava.api.communication.Vertex;
import org.spmjava.api.communication.VertexProgram;

/**
 * One run of a vertex program on the vertices of one task. What goes to one rank in one superstep is one message; each
 * also says how much is left to do at its sender, so that all know at the same time when all is quiet.
 */
final class Supersteps<V, M> {

    private static final int HEADER_LENGTH = Long.BYTES + Integer.BYTES;

    private final DefaultGraphCommunicator unit;
    private final Channel<M> channel;
    private final PayloadCodec<List<M>> codec;
    private final VertexProgram<V, M> program;
    private final Optional<BinaryOperator<M>> combiner;
    private final Map<Long, Node<V, M>> nodes = new LinkedHashMap<>();
    private final List<Outbox<M>> outboxes = new ArrayList<>();
    private final Current current = new Current();
    private int superstep;

    private static final class Node<V, M> {
        private final long id;
        private V value;
        private boolean halted;
        private List<M> messages = List.of();

        private Node(long id, V value) {
            this.id = id;
            this.value = value;
        }
    }

    /** To one rank: receivers and messages at equal places, and where a receiver is if messages are combined. */
    private static final class Outbox<M> {
        private final List<Long> receivers = new ArrayList<>();
        private final List<M> messages = new ArrayList<>();
        private final Map<Long, Integer> places = new LinkedHashMap<>();

        private void add(long to, M message, Optional<BinaryOperator<M>> combiner) {
            if (combiner.isPresent()) {
                Integer place = places.putIfAbsent(to, receivers.size());
                if (place != null) {
                    messages.set(place, combiner.get().apply(messages.get(place), message));
                    return;
                }
            }
            receivers.add(to);
            messages.add(message);
        }

        private void clear() {
            receivers.clear();
            messages.clear();
            places.clear();
        }
    }

    /** The vertex that is being computed. */
    private final class Current implements Vertex<M> {
        private Node<V, M> node;

        @Override
        public long id() {
            return node().id;
        }

        @Override
        public int superstep() {
            return superstep;
        }

        @Override
        public void send(long to, M message) {
            node();
            outboxes.get(unit.owner(to)).add(to, message, combiner);
        }

        @Override
        public void halt() {
            node().halted = true;
        }

        private Node<V, M> node() {
            if (node == null) {
                throw new IllegalStateException("the vertex has been computed");
            }
            return node;
        }
    }

    Supersteps(DefaultGraphCommunicator unit, Channel<M> channel, Map<Long, V> vertices, VertexProgram<V, M> program) {
        this.unit = unit;
        this.channel = channel;
        this.codec = Codecs.list(channel.codec());
        this.program = program;
        this.combiner = program.combiner();
        for (int rank = 0; rank < unit.size(); rank++) {
            outboxes.add(new Outbox<>());
        }
        vertices.forEach((id, value) -> {
            int owner = unit.owner(id);
            if (owner != unit.rank()) {
                throw new IllegalArgumentException(
                        "vertex " + id + " belongs to rank " + owner + ", not to rank " + unit.rank());
            }
            nodes.put(id, new Node<>(id, value));
        });
    }

    Map<Long, V> run() throws Exception {
        while (true) {
            compute();
            if (exchange() == 0) {
                break;
            }
            superstep++;
        }
        Map<Long, V> values = new LinkedHashMap<>();
        nodes.forEach((id, node) -> values.put(id, node.value));
        return Collections.unmodifiableMap(values);
    }

    private void compute() throws Exception {
        for (Node<V, M> node : nodes.values()) {
            if (node.halted && node.messages.isEmpty()) {
                continue;
            }
            node.halted = false;
            List<M> messages = node.messages;
            node.messages = List.of();
            current.node = node;
            try {
                node.value = program.compute(current, node.value, messages);
            } finally {
                current.node = null;
            }
        }
    }

    /** Returns how much is left to do on all tasks together. */
    private long exchange() {
        long left = 0;
        for (Node<V, M> node : nodes.values()) {
            left += node.halted ? 0 : 1;
        }
        for (Outbox<M> outbox : outboxes) {
            left += outbox.messages.size();
        }
        Step step = unit.begin(Operation.SUPERSTEP, superstep, channel.signature());
        Courier courier = unit.courier();
        int size = unit.size();
        for (int distance = 0; distance < size; distance++) {
            int to = (int) (((long) unit.rank() + distance) % size);
            courier.send(to, step, encoded(left, outboxes.get(to)));
            outboxes.get(to).clear();
        }
        long leftOfAll = 0;
        for (int from = 0; from < size; from++) {
            leftOfAll += deliver(courier.take(from, step).value());
        }
        return leftOfAll;
    }

    private byte[] encoded(long left, Outbox<M> outbox) {
        byte[] messages =
                outbox.messages.isEmpty() ? new byte[0] : unit.values().encode(codec, outbox.messages);
        long length = HEADER_LENGTH + (long) Long.BYTES * outbox.receivers.size() + messages.length;
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
        bytes.putLong(left).putInt(outbox.receivers.size());
        outbox.receivers.forEach(bytes::putLong);
        return bytes.put(messages).array();
    }

    private long deliver(ByteBuffer bytes) {
        final long left = bytes.getLong();
        long[] receivers = new long[bytes.getInt()];
        for (int i = 0; i < receivers.length; i++) {
            receivers[i] = bytes.getLong();
        }
        if (receivers.length > 0) {
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            List<M> messages = unit.values().decode(codec, encoded);
            for (int i = 0; i < receivers.length; i++) {
                deliver(receivers[i], messages.get(i));
            }
        }
        return left;
    }

    private void deliver(long to, M message) {
        Node<V, M> node = nodes.get(to);
        if (node == null) {
            throw new IllegalStateException(
                    "in superstep " + superstep + " a message went to vertex " + to + ", which does not exist");
        }
        if (node.messages.isEmpty()) {
            node.messages = new ArrayList<>();
            node.messages.add(message);
        } else if (combiner.isPresent()) {
            node.messages.set(0, combiner.get().apply(node.messages.get(0), message));
        } else {
            node.messages.add(message);
        }
    }
}

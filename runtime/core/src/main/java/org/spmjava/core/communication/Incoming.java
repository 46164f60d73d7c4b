package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has arrived from the members of a unit and was not used up. Not thread-safe. */
public final class Incoming {

    /** So many channels of a member may be remembered while no value of theirs is there. */
    private static final int KEPT_CHANNELS = 64;

    private final List<Sender> senders = new ArrayList<>();
    private final Signatures signatures = new Signatures();
    private boolean closed;

    /** One member: the message that is being put together, and those that are whole. */
    private static final class Sender {
        private final Map<String, ArrayDeque<byte[]>> values = new HashMap<>();
        private final ArrayDeque<Collective> collectives = new ArrayDeque<>();
        private boolean probes;
        private boolean ended;
        private Step step;
        private byte[] bytes;
        private int length;
    }

    /**
     * A message of a collective.
     *
     * @param step which one
     * @param bytes the encoded value
     */
    record Collective(Step step, byte[] bytes) {}

    /**
     * Nothing has arrived yet.
     *
     * @param size how many members there are
     */
    public Incoming(int size) {
        for (int rank = 0; rank < size; rank++) {
            senders.add(new Sender());
        }
    }

    /**
     * The task has ended, and will use up nothing any more: all is dropped. Only {@link #takeProbe} still has something
     * to say.
     */
    public void close() {
        closed = true;
        for (Sender sender : senders) {
            sender.values.clear();
            sender.collectives.clear();
            sender.bytes = null;
        }
    }

    /**
     * Whether a member waits for this one, and was not told yet that it waits in vain.
     *
     * @return its rank, or -1 if there is none or the task has not ended
     */
    public int takeProbe() {
        for (int rank = 0; closed && rank < senders.size(); rank++) {
            if (senders.get(rank).probes) {
                senders.get(rank).probes = false;
                return rank;
            }
        }
        return -1;
    }

    /** The member could not be told yet. */
    void putBackProbe(int rank) {
        senders.get(rank).probes = true;
    }

    /** Whether a member's task has ended: what it sent before is here. */
    boolean hasEnded(int rank) {
        return senders.get(rank).ended;
    }

    /**
     * A piece has arrived.
     *
     * @param from its sender's rank
     * @param piece as a member sent it
     */
    void accept(int from, ByteBuffer piece) {
        Sender sender = senders.get(from);
        int flags = Envelope.readFlags(piece);
        if ((flags & Envelope.BEGIN) != 0) {
            sender.step = Envelope.readStep(piece, signatures);
            if (sender.step.operation() == Operation.PROBE) {
                sender.probes = true;
                return;
            } else if (sender.step.operation() == Operation.ENDED) {
                sender.ended = true;
                return;
            }
            sender.length = 0;
            sender.bytes = new byte[piece.remaining()];
        }
        if (closed) {
            return;
        }
        int length = sender.length + piece.remaining();
        if (sender.bytes.length < length) {
            // Memory grows with what has arrived, never with what is merely announced.
            long grown = Math.max(length, Math.min(2L * sender.length, Integer.MAX_VALUE - 8));
            sender.bytes = Arrays.copyOf(sender.bytes, (int) grown);
        }
        piece.get(sender.bytes, sender.length, piece.remaining());
        sender.length = length;
        if ((flags & Envelope.END) != 0) {
            byte[] whole = sender.bytes.length == length ? sender.bytes : Arrays.copyOf(sender.bytes, length);
            sender.bytes = null;
            add(from, sender.step, whole);
        }
    }

    /** A message is there. */
    void add(int from, Step step, byte[] bytes) {
        Sender sender = senders.get(from);
        if (step.operation() == Operation.SEND) {
            sender.values
                    .computeIfAbsent(step.signature(), unused -> new ArrayDeque<>())
                    .addLast(bytes);
        } else {
            sender.collectives.addLast(new Collective(step, bytes));
        }
    }

    /** The next value that a member sent through a channel; null if there is none. */
    byte[] takeValue(int from, String signature) {
        Map<String, ArrayDeque<byte[]>> values = senders.get(from).values;
        ArrayDeque<byte[]> queue = values.get(signature);
        if (queue == null) {
            return null;
        }
        byte[] next = queue.pollFirst();
        if (queue.isEmpty() && values.size() > KEPT_CHANNELS) {
            values.remove(signature);
        }
        return next;
    }

    /** The next message of a collective from a member, which stays; null if there is none. */
    Collective nextCollective(int from) {
        return senders.get(from).collectives.peekFirst();
    }

    void removeCollective(int from) {
        senders.get(from).collectives.removeFirst();
    }
}

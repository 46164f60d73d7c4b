package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has arrived from the members of a unit and was not used up. A message that is expected when it arrives goes
 * straight to whoever expects it; all others are kept. Not thread-safe.
 */
public final class Incoming {

    /** So many channels of a member may be remembered while no value of theirs is there. */
    private static final int KEPT_CHANNELS = 64;

    private final List<Sender> senders = new ArrayList<>();
    private final Signatures signatures = new Signatures();
    private boolean closed;
    /** From whom a message is expected; null if none is. */
    private Sender expectedFrom;

    private Step expected;
    private Parcel destination;
    private boolean arrived;

    /** One member: the message that is being put together, and those that are whole. */
    private static final class Sender {
        private final Map<String, ArrayDeque<byte[]>> values = new HashMap<>();
        private final ArrayDeque<Collective> collectives = new ArrayDeque<>();
        /** How many values of all channels are there. */
        private int kept;

        private boolean probes;
        private boolean ended;
        private Step step;
        /** What has arrived of a message that is put together, unless it goes straight to its destination. */
        private byte[] bytes;

        private int length;
        private Parcel destination;

        private void forgetMessage() {
            bytes = null;
            destination = null;
        }

        private boolean isKept(Step next) {
            if (next.operation() != Operation.SEND) {
                return !collectives.isEmpty();
            }
            ArrayDeque<byte[]> queue = kept == 0 ? null : values.get(next.signature());
            return queue != null && !queue.isEmpty();
        }
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
            sender.kept = 0;
            sender.collectives.clear();
            sender.forgetMessage();
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
        }
        if (closed) {
            return;
        }
        if ((flags & Envelope.BEGIN) != 0) {
            begin(sender, piece);
        }
        append(sender, piece);
        if ((flags & Envelope.END) != 0) {
            end(from, sender);
        }
    }

    private void begin(Sender sender, ByteBuffer piece) {
        sender.forgetMessage();
        if (sender == expectedFrom && !arrived && sender.step.equals(expected) && !sender.isKept(expected)) {
            // A member may have failed in the midst of a message, and gone on with another one.
            destination.rewind();
            sender.destination = destination;
        } else {
            sender.length = 0;
            sender.bytes = new byte[piece.remaining()];
        }
    }

    /** Memory grows with what has arrived, never with what is merely announced. */
    private static void append(Sender sender, ByteBuffer piece) {
        if (sender.destination != null) {
            sender.destination.add(piece);
            return;
        }
        int length = sender.length + piece.remaining();
        if (sender.bytes.length < length) {
            long grown = Math.max(length, Math.min(2L * sender.length, Integer.MAX_VALUE - 8));
            sender.bytes = Arrays.copyOf(sender.bytes, (int) grown);
        }
        piece.get(sender.bytes, sender.length, piece.remaining());
        sender.length = length;
    }

    private void end(int from, Sender sender) {
        if (sender.destination != null) {
            arrived = true;
        } else {
            int length = sender.length;
            add(from, sender.step, sender.bytes.length == length ? sender.bytes : Arrays.copyOf(sender.bytes, length));
        }
        sender.forgetMessage();
    }

    /**
     * The next message of a step from a member, none of which is here, is expected: it goes straight to its
     * destination, unless it has already begun to arrive.
     *
     * @param into empty; nobody else's until nothing is expected any more
     */
    void expect(int from, Step step, Parcel into) {
        expectedFrom = senders.get(from);
        expected = step;
        destination = into;
    }

    /** Whether what is expected is at its destination. */
    boolean hasArrived() {
        return arrived;
    }

    /** Nobody waits any more. */
    void expectNothing() {
        if (expectedFrom != null && expectedFrom.destination != null) {
            // The rest of it may still come, and somebody who wants it.
            expectedFrom.bytes = expectedFrom.destination.toByteArray();
            expectedFrom.length = expectedFrom.bytes.length;
            expectedFrom.destination = null;
        }
        expectedFrom = null;
        destination = null;
        arrived = false;
    }

    /** A message is there. */
    void add(int from, Step step, byte[] bytes) {
        Sender sender = senders.get(from);
        if (step.operation() == Operation.SEND) {
            sender.values
                    .computeIfAbsent(step.signature(), unused -> new ArrayDeque<>())
                    .addLast(bytes);
            sender.kept++;
        } else {
            sender.collectives.addLast(new Collective(step, bytes));
        }
    }

    /** Adds the next value that a member sent through a channel to a parcel; returns false if there is none. */
    boolean takeValue(int from, String signature, Parcel into) {
        Sender sender = senders.get(from);
        ArrayDeque<byte[]> queue = sender.kept == 0 ? null : sender.values.get(signature);
        byte[] next = queue == null ? null : queue.pollFirst();
        if (next == null) {
            return false;
        }
        sender.kept--;
        if (queue.isEmpty() && sender.values.size() > KEPT_CHANNELS) {
            sender.values.remove(signature);
        }
        into.add(next);
        return true;
    }

    /** The next message of a collective from a member, which stays; null if there is none. */
    Collective nextCollective(int from) {
        return senders.get(from).collectives.peekFirst();
    }

    /** Adds a member's part in a collective to a parcel; returns false if it is not what comes next. */
    boolean takeCollective(int from, Step step, Parcel into) {
        Collective next = nextCollective(from);
        if (next == null || !next.step().equals(step)) {
            return false;
        }
        senders.get(from).collectives.removeFirst();
        into.add(next.bytes());
        return true;
    }
}

package org.spmjava.core.communication;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.spmjava.api.closure.PayloadCodec;
import org.spmjava.api.error.SPMInvariantViolation;

/**
 * Sends and takes messages between members, of any length. While it waits, it takes in whatever comes: so a member that
 * waits, for room or for a message, never is the reason for which another one waits.
 *
 * <p>A value is encoded where the transport copies it from, and decoded where it was copied to.
 */
final class Courier {

    /** Small enough to be mixed with those of others, large enough for its header not to matter. */
    private static final int LONGEST_PIECE = 256 * 1024;

    /** So long nobody asks whether it waits in vain: that may open a link of its own. */
    private static final long PATIENCE_NS = 100_000_000;

    private static final int BUSY_TURNS_PER_LOOK_AT_THE_CLOCK = 64;

    private static final Step PROBE = new Step(Operation.PROBE, 0, 0, "");
    private static final Step ENDED = new Step(Operation.ENDED, 0, 0, "");

    private final Peers peers;
    private final Values values;
    private final Signatures signatures = new Signatures();
    /** What is sent next; null while a codec writes to it, which may itself send. */
    private Parcel outgoing;
    /** What was taken last; null while a codec reads from it, which may itself take. */
    private Parcel taken;

    private long sequence;

    Courier(Peers peers, Values values) {
        this.peers = peers;
        this.values = values;
        if (peers.maxMessageLength() < Envelope.leastPieceLength()) {
            throw new IllegalArgumentException(
                    "messages of " + peers.maxMessageLength() + " bytes have no room for a header");
        }
    }

    int rank() {
        return peers.rank();
    }

    int size() {
        return peers.size();
    }

    /** The next collective, which all members must call next. */
    Step begin(Operation operation, int argument, String signature) {
        return new Step(operation, argument, ++sequence, signature);
    }

    /** A message with a value; valid until the next one is made. */
    <T> Parcel parcel(Step step, PayloadCodec<T> codec, T value) {
        Parcel parcel = outgoing == null ? new Parcel(values.buffer()) : outgoing;
        outgoing = null;
        parcel.begin(Envelope.length(step, signatures));
        parcel.write(codec, value);
        outgoing = parcel;
        return parcel;
    }

    /** A message with bytes; valid until the next one is made. */
    Parcel parcel(Step step, byte[] bytes) {
        if (outgoing == null) {
            outgoing = new Parcel(values.buffer());
        }
        outgoing.begin(Envelope.length(step, signatures));
        outgoing.add(bytes);
        return outgoing;
    }

    <T> void send(int to, Step step, PayloadCodec<T> codec, T value) {
        send(to, step, parcel(step, codec, value));
    }

    void send(int to, Step step, byte[] bytes) {
        send(to, step, parcel(step, bytes));
    }

    /**
     * Returns when the last piece is on its way.
     *
     * @param parcel of this step, made or taken here; it stays as it is
     */
    void send(int to, Step step, Parcel parcel) {
        if (to == peers.rank()) {
            peers.incoming().add(to, step, parcel.toByteArray());
            return;
        }
        int longest = Math.min(LONGEST_PIECE, peers.maxMessageLength());
        ByteBuffer piece = parcel.view();
        int length = piece.limit();
        int end = Math.min(length, longest);
        Envelope.writeFirst(
                piece, peers.command(), Envelope.BEGIN | (end == length ? Envelope.END : 0), step, signatures);
        sendPiece(to, step, piece.position(0).limit(end));
        while (end < length) {
            // Each further envelope lies over what has been sent, and gives way to it again.
            int start = end - Envelope.SHORT_LENGTH;
            int coveredByCommand = piece.getInt(start);
            byte coveredByFlags = piece.get(start + Integer.BYTES);
            end = start + Math.min(length - start, longest);
            piece.limit(end).position(start);
            Envelope.writeNext(piece, peers.command(), end == length ? Envelope.END : 0);
            sendPiece(to, step, piece.position(start));
            piece.putInt(start, coveredByCommand).put(start + Integer.BYTES, coveredByFlags);
        }
    }

    private void sendPiece(int to, Step step, ByteBuffer piece) {
        if (peers.send(to, piece)) {
            return;
        }
        Wait wait = new Wait(step, "room on the way to", to);
        while (!peers.send(to, piece)) {
            wait.turn();
        }
    }

    /** Waits for the next value that was sent through a channel. */
    <T> T takeValue(int from, Step step, PayloadCodec<T> codec) {
        Incoming incoming = peers.incoming();
        Parcel parcel = emptyParcel(step);
        if (!incoming.takeValue(from, step.signature(), parcel)) {
            incoming.expect(from, new Step(Operation.SEND, 0, 0, step.signature()), parcel);
            try {
                awaitFrom(
                        () -> incoming.hasArrived() || incoming.takeValue(from, step.signature(), parcel),
                        step,
                        "a value from",
                        from);
            } finally {
                incoming.expectNothing();
            }
        }
        return read(parcel, codec);
    }

    /** The next value that was sent through a channel, if it has arrived. */
    <T> Optional<T> pollValue(int from, Step step, PayloadCodec<T> codec) {
        Incoming incoming = peers.incoming();
        Parcel parcel = emptyParcel(step);
        boolean isThere = incoming.takeValue(from, step.signature(), parcel);
        if (!isThere) {
            if (!peers.poll()) {
                peers.giveWay();
            }
            isThere = incoming.takeValue(from, step.signature(), parcel);
        }
        return isThere ? Optional.of(read(parcel, codec)) : Optional.empty();
    }

    /**
     * Waits for a member's part in a collective.
     *
     * @return valid until the next one is taken
     * @throws SPMInvariantViolation if a member calls another one
     */
    Parcel take(int from, Step step) {
        Incoming incoming = peers.incoming();
        Parcel parcel = emptyParcel(step);
        if (!isThere(from, step, parcel)) {
            incoming.expect(from, step, parcel);
            try {
                awaitFrom(() -> isThere(from, step, parcel), step, "the part of", from);
            } finally {
                incoming.expectNothing();
            }
        }
        return parcel;
    }

    <T> T take(int from, Step step, PayloadCodec<T> codec) {
        return read(take(from, step), codec);
    }

    /** The value of a message that was taken or made here. */
    <T> T read(Parcel parcel, PayloadCodec<T> codec) {
        Parcel kept = taken;
        taken = null;
        T value = parcel.read(codec);
        taken = kept;
        return value;
    }

    private Parcel emptyParcel(Step step) {
        if (taken == null) {
            taken = new Parcel(values.buffer());
        }
        taken.begin(Envelope.length(step, signatures));
        return taken;
    }

    private boolean isThere(int from, Step step, Parcel into) {
        requireSame(step);
        if (peers.incoming().hasArrived() || peers.incoming().takeCollective(from, step, into)) {
            return true;
        }
        Incoming.Collective next = peers.incoming().nextCollective(from);
        if (next != null) {
            throw new SPMInvariantViolation(
                    step.words(), "a part of rank " + from, next.step().words() + " at once");
        }
        return false;
    }

    /** Of each member, what comes next must be the same step, or a later one if it has no part in this one here. */
    private void requireSame(Step step) {
        for (int rank = 0; rank < peers.size(); rank++) {
            Incoming.Collective next = peers.incoming().nextCollective(rank);
            if (next != null
                    && next.step().sequence() <= step.sequence()
                    && !next.step().equals(step)) {
                throw new SPMInvariantViolation(
                        step.words(), "the same on rank " + rank, next.step().words());
            }
        }
    }

    /** Tells a member that waits for this one that its task has ended; returns false if that is to be tried again. */
    static boolean tellEnded(Peers peers) {
        int waiting = peers.incoming().takeProbe();
        if (waiting >= 0 && !sendAlone(peers, waiting, ENDED)) {
            peers.incoming().putBackProbe(waiting);
            return false;
        }
        return true;
    }

    private static boolean sendAlone(Peers peers, int to, Step step) {
        ByteBuffer alone = ByteBuffer.allocate(Envelope.leastPieceLength());
        Envelope.writeFirst(alone, peers.command(), Envelope.BEGIN | Envelope.END, step, new Signatures());
        try {
            return peers.send(to, alone.flip());
        } catch (UncheckedIOException noWay) {
            // For this alone a link is not worth a failure: who still waits asks again.
            return true;
        }
    }

    /** Waits for a member, but not for one whose task or process has ended, nor for this one itself. */
    private void awaitFrom(BooleanSupplier arrived, Step step, String what, int from) {
        Wait wait = new Wait(step, what, from);
        long probeAfterNs = PATIENCE_NS;
        while (true) {
            boolean ended = peers.incoming().hasEnded(from);
            if (arrived.getAsBoolean()) {
                return;
            }
            if (ended) {
                throw inVain(step, what, from, "that its task has ended without");
            }
            if (from == peers.rank()) {
                throw inVain(step, what, from, "that it waits for itself");
            }
            long waitedNs = wait.turn();
            if (waitedNs > probeAfterNs) {
                // What was on its way when this was found out has had the time to arrive.
                if (peers.isGone(from)) {
                    if (arrived.getAsBoolean()) {
                        return;
                    }
                    throw inVain(step, what, from, "that its process has ended");
                }
                if (sendAlone(peers, from, PROBE)) {
                    probeAfterNs = 2 * waitedNs;
                }
            }
        }
    }

    private static SPMInvariantViolation inVain(Step step, String what, int from, String found) {
        return new SPMInvariantViolation(step.words(), what + " rank " + from, found);
    }

    /** A wait, which asks for the time only if nothing has come for a while, or much: most end sooner. */
    private final class Wait {
        private final Step step;
        private final String what;
        private final int whose;
        private int busyTurns;
        private boolean timed;
        private long sinceNs;
        private boolean idle;
        private long idleSinceNs;

        private Wait(Step step, String what, int whose) {
            this.step = step;
            this.what = what;
            this.whose = whose;
        }

        /** Takes in what has come, or lets time pass; returns for how long it has waited, about, in nanoseconds. */
        private long turn() {
            boolean arrived = peers.poll();
            if (arrived) {
                idle = false;
                if (++busyTurns % BUSY_TURNS_PER_LOOK_AT_THE_CLOCK != 0) {
                    return 0;
                }
            }
            long nowNs = peers.nowNs();
            if (!timed) {
                timed = true;
                sinceNs = nowNs;
            }
            if (!arrived) {
                if (!idle) {
                    idle = true;
                    idleSinceNs = nowNs;
                }
                peers.idle(nowNs - idleSinceNs, this::words);
            }
            return nowNs - sinceNs;
        }

        private String words() {
            return "rank " + peers.rank() + " waits in " + step.words() + " for " + what + " rank " + whose;
        }
    }
}

package org.spmjava.core.communication;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.spmjava.api.error.SPMInvariantViolation;

/**
 * Sends and takes messages between members, of any length. While it waits, it takes in whatever comes: so a member that
 * waits, for room or for a message, never is the reason for which another one waits.
 */
final class Courier {

    /** Small enough to be mixed with those of others, large enough for its header not to matter. */
    private static final int LONGEST_PIECE = 256 * 1024;

    /** So long nobody asks whether it waits in vain: that may open a link of its own. */
    private static final long PATIENCE_NS = 100_000_000;

    private static final Step PROBE = new Step(Operation.PROBE, 0, 0, "");
    private static final Step ENDED = new Step(Operation.ENDED, 0, 0, "");

    private final Peers peers;
    private ByteBuffer piece;
    private final Signatures signatures = new Signatures();
    private long sequence;

    Courier(Peers peers) {
        this.peers = peers;
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

    /** Returns when the last piece is on its way. */
    void send(int to, Step step, byte[] bytes) {
        if (to == peers.rank()) {
            peers.incoming().add(to, step, bytes);
            return;
        }
        ByteBuffer buffer = piece();
        Envelope.writeFirst(buffer, peers.command(), Envelope.BEGIN, step, signatures);
        int offset = 0;
        int flags = Envelope.BEGIN;
        while (true) {
            int length = Math.min(buffer.remaining(), bytes.length - offset);
            buffer.put(bytes, offset, length);
            offset += length;
            boolean last = offset == bytes.length;
            Envelope.setFlags(buffer, last ? flags | Envelope.END : flags);
            buffer.flip();
            if (!peers.send(to, buffer)) {
                await(() -> peers.send(to, buffer), step, "room on the way to", to);
            }
            if (last) {
                return;
            }
            flags = 0;
            buffer.clear();
            Envelope.writeNext(buffer, peers.command(), flags);
        }
    }

    private ByteBuffer piece() {
        if (piece == null) {
            piece = ByteBuffer.allocate(Math.min(LONGEST_PIECE, peers.maxMessageLength()));
        }
        return piece.clear();
    }

    /** Waits for the next value that was sent through a channel. */
    byte[] takeValue(int from, Step step) {
        Incoming incoming = peers.incoming();
        byte[] there = incoming.takeValue(from, step.signature());
        if (there != null) {
            return there;
        }
        byte[][] taken = {null};
        awaitFrom(
                () -> {
                    taken[0] = incoming.takeValue(from, step.signature());
                    return taken[0] != null;
                },
                step,
                "a value from",
                from);
        return taken[0];
    }

    /** The next value that was sent through a channel; null if none has arrived. */
    byte[] pollValue(int from, String signature) {
        byte[] there = peers.incoming().takeValue(from, signature);
        if (there == null && peers.poll()) {
            there = peers.incoming().takeValue(from, signature);
        }
        return there;
    }

    /**
     * Waits for a member's part in a collective.
     *
     * @throws SPMInvariantViolation if a member calls another one
     */
    byte[] take(int from, Step step) {
        Incoming incoming = peers.incoming();
        if (!isThere(from, step)) {
            awaitFrom(() -> isThere(from, step), step, "the part of", from);
        }
        byte[] bytes = incoming.nextCollective(from).bytes();
        incoming.removeCollective(from);
        return bytes;
    }

    private boolean isThere(int from, Step step) {
        requireSame(step);
        Incoming.Collective next = peers.incoming().nextCollective(from);
        if (next != null && !next.step().equals(step)) {
            throw new SPMInvariantViolation(
                    step.words(), "a part of rank " + from, next.step().words() + " at once");
        }
        return next != null;
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
        long sinceNs = peers.nowNs();
        long[] probeAfterNs = {PATIENCE_NS};
        await(
                () -> {
                    boolean ended = peers.incoming().hasEnded(from);
                    if (arrived.getAsBoolean()) {
                        return true;
                    }
                    if (ended) {
                        throw inVain(step, what, from, "that its task has ended without");
                    }
                    if (from == peers.rank()) {
                        throw inVain(step, what, from, "that it waits for itself");
                    }
                    long waitedNs = peers.nowNs() - sinceNs;
                    if (waitedNs > probeAfterNs[0]) {
                        // What was on its way when this was found out has had the time to arrive.
                        if (peers.isGone(from)) {
                            throw inVain(step, what, from, "that its process has ended");
                        }
                        if (sendAlone(peers, from, PROBE)) {
                            probeAfterNs[0] = 2 * waitedNs;
                        }
                    }
                    return false;
                },
                step,
                what,
                from);
    }

    private static SPMInvariantViolation inVain(Step step, String what, int from, String found) {
        return new SPMInvariantViolation(step.words(), what + " rank " + from, found);
    }

    private void await(BooleanSupplier done, Step step, String what, int whose) {
        Supplier<String> waiting =
                () -> "rank " + peers.rank() + " waits in " + step.words() + " for " + what + " rank " + whose;
        boolean arrived = true;
        long busyNs = 0;
        while (!done.getAsBoolean()) {
            if (arrived) {
                busyNs = peers.nowNs();
            } else {
                peers.idle(peers.nowNs() - busyNs, waiting);
            }
            arrived = peers.poll();
        }
    }
}

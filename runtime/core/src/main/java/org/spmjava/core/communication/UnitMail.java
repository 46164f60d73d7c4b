package org.spmjava.core.communication;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts what arrives from other Spokes. What belongs to a command that is over, or comes from a Spoke that is no member
 * of the command's unit, is dropped; what belongs to a command whose unit this Spoke has not heard of yet is kept,
 * since others may hear sooner. Not thread-safe.
 */
public final class UnitMail {

    private final ArrayDeque<Early> early = new ArrayDeque<>();
    /** The members, ascending, and the rank of each. */
    private long[] members = {};

    private int[] ranks = {};
    private Incoming incoming = new Incoming(0);
    /** The command of the unit; the last one that is over if there is none. */
    private int command;

    private boolean formed;

    private record Early(long incarnation, byte[] message) {}

    /**
     * The members of a unit are known.
     *
     * @param command the command's number
     * @param incarnations in the order of their ranks
     * @return where their messages go
     */
    public Incoming form(int command, List<Long> incarnations) {
        this.command = command;
        formed = true;
        members = incarnations.stream().mapToLong(Long::longValue).sorted().toArray();
        ranks = new int[members.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[Arrays.binarySearch(members, incarnations.get(rank))] = rank;
        }
        incoming.close();
        incoming = new Incoming(incarnations.size());
        for (int left = early.size(); left > 0; left--) {
            Early next = early.removeFirst();
            accept(next.incarnation, ByteBuffer.wrap(next.message));
        }
        return incoming;
    }

    /**
     * A command is over, and so are those before it.
     *
     * @param command its number
     */
    public void release(int command) {
        if (command >= this.command) {
            this.command = command;
            formed = false;
            incoming.close();
            early.removeIf(message -> Envelope.command(ByteBuffer.wrap(message.message)) <= command);
        }
    }

    /**
     * A message has arrived.
     *
     * @param incarnation who sent it
     * @param message valid during the call only
     */
    public void accept(long incarnation, ByteBuffer message) {
        int of = Envelope.command(message);
        if (formed && of == command) {
            int member = Arrays.binarySearch(members, incarnation);
            if (member >= 0) {
                incoming.accept(ranks[member], message);
            }
        } else if (of > command) {
            byte[] copy = new byte[message.remaining()];
            message.get(copy);
            early.addLast(new Early(incarnation, copy));
        }
    }
}

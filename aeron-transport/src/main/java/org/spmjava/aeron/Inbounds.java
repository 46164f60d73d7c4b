package org.spmjava.aeron;

import io.aeron.Image;
import java.util.ArrayList;

/** The ways from many peers, which take turns at being the first. */
final class Inbounds {

    private final ArrayList<Inbound> inbounds = new ArrayList<>();
    private int firstToPoll;
    private int pieces;
    private boolean moved;
    private long malformed;

    void add(Inbound inbound) {
        inbounds.add(inbound);
    }

    void remove(Image image) {
        inbounds.removeIf(inbound -> inbound.image() == image);
    }

    void clear() {
        inbounds.clear();
    }

    /** How many frames were dropped because they, or one before them from the same peer, made no sense. */
    long malformed() {
        return malformed;
    }

    /** Whether frames that delivered nothing by themselves were taken since {@link #takePieces}. */
    boolean hasPieces() {
        return pieces > 0;
    }

    /** Whether a poll got on since the last call: also if it delivered nothing, and only came to the next term, say. */
    boolean takeMoved() {
        boolean taken = moved;
        moved = false;
        return taken;
    }

    /** How many frames that delivered nothing by themselves were taken since the last call. */
    int takePieces() {
        int taken = pieces;
        pieces = 0;
        return taken;
    }

    /**
     * Delivers messages of all. What a listener throws comes out of here at once; the others' messages are still there.
     *
     * @param limit how many at the most
     * @return how many it were
     */
    int poll(int limit) {
        int count = inbounds.size();
        if (count == 0 || limit <= 0) {
            return 0;
        }
        int first = firstToPoll++ % count;
        firstToPoll = firstToPoll < 0 ? 0 : firstToPoll;
        int delivered = 0;
        for (int i = 0; i < count && delivered < limit; i++) {
            int index = (first + i) % count;
            if (index < inbounds.size()) { // a listener may have closed its transport
                delivered += poll(inbounds.get(index), limit - delivered);
            }
        }
        return delivered;
    }

    /** Delivers everything that has arrived from one peer, however much. */
    void drain(long incarnation) {
        for (Inbound inbound : inbounds) {
            if (inbound.incarnation() == incarnation) {
                drain(inbound);
                return; // a listener may have changed the list
            }
        }
    }

    private void drain(Inbound inbound) {
        long before;
        do {
            // A poll may deliver nothing and yet get on: to the next term, or through a part of a long message.
            before = inbound.image().position();
            poll(inbound, Integer.MAX_VALUE);
        } while (inbound.image().position() != before);
    }

    private int poll(Inbound inbound, int limit) {
        long malformedBefore = inbound.malformed();
        try {
            return inbound.poll(limit);
        } finally {
            pieces += inbound.pieces();
            moved |= inbound.moved();
            malformed += inbound.malformed() - malformedBefore;
        }
    }
}

package org.spmjava.aeron;

import io.aeron.Image;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.logbuffer.Header;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from one peer: the image of its publication, and the message that is being put together. */
final class Inbound implements ControlledFragmentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int MAX_PIECES_AT_ONCE = 256;

    private final Image image;
    private final long incarnation;
    private final Reassembly reassembly;
    private final Listener listener;
    private int limit;
    private int delivered;
    private int pieces;
    private boolean moved;
    private long position;
    private long malformed;
    private boolean logged;
    private Throwable failure;

    /** Over an image that nobody else polls. */
    Inbound(Image image, long incarnation, int maxMessageLength, Listener listener) {
        this.image = image;
        this.position = image.position();
        this.incarnation = incarnation;
        this.reassembly = new Reassembly(incarnation, maxMessageLength);
        this.listener = listener;
    }

    long incarnation() {
        return incarnation;
    }

    Image image() {
        return image;
    }

    /** How many frames were dropped because they, or one before them, made no sense. */
    long malformed() {
        return malformed;
    }

    /** How many frames the last poll took that delivered nothing by themselves. */
    int pieces() {
        return pieces;
    }

    /** Whether the last poll got on: also if it delivered nothing, and only came to the next term, say. */
    boolean moved() {
        return moved;
    }

    /** Reads on, but delivers nothing any more. */
    void fail(String reason) {
        reassembly.fail(reason);
    }

    /**
     * Delivers messages. What the listener throws comes out of here at once, with its message consumed and all that
     * follow it still there.
     *
     * @param most how many, at least 1
     * @return how many it were
     */
    int poll(int most) {
        limit = most;
        delivered = 0;
        pieces = 0;
        failure = null;
        image.controlledPoll(this, Integer.MAX_VALUE);
        long after = image.position();
        moved = after != position;
        position = after;
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            LangUtil.rethrowUnchecked(thrown);
        }
        return delivered;
    }

    @Override
    public Action onFragment(DirectBuffer buffer, int offset, int length, Header header) {
        try {
            if ((header.flags() & FrameDescriptor.UNFRAGMENTED) != FrameDescriptor.UNFRAGMENTED) {
                reassembly.fail("it was not sent in one piece");
            }
            ByteBuffer message = reassembly.accept(buffer, offset, length);
            if (message != null) {
                delivered++;
                listener.onMessage(incarnation, message);
                return delivered < limit ? Action.CONTINUE : Action.BREAK;
            }
            if (reassembly.fault() != null) {
                onMalformed();
            }
            return ++pieces < MAX_PIECES_AT_ONCE ? Action.COMMIT : Action.BREAK;
        } catch (Throwable thrown) {
            failure = thrown;
            return Action.BREAK;
        }
    }

    private void onMalformed() {
        malformed++;
        if (!logged) {
            logged = true;
            LOG.warn(
                    "A frame of the stream of Spoke {} is malformed ({}): nothing more is read from it",
                    incarnation,
                    reassembly.fault());
            listener.onMalformed(incarnation);
        }
    }

    /** Whoever polls. */
    interface Listener {
        void onMessage(long incarnation, ByteBuffer message);

        /** Called once, for the first malformed frame. */
        void onMalformed(long incarnation);
    }
}

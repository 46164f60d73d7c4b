package org.spmjava.aeron;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.logbuffer.BufferClaim;
import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spmjava.core.transport.SendResult;

/**
 * The way to one peer: a publication of its own, and what is left of a large message that has been begun.
 *
 * <p>A frame is written straight into the log: one copy, and no allocation.
 */
final class Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);
    private static final int ATTEMPTS = 4;
    private static final int KEPT_CAPACITY = 1024 * 1024;

    private final ExclusivePublication publication;
    private final long incarnation;
    private final int maxMessageLength;
    private final int maxBodyLength;
    private final Runnable makeRoom;
    private final Ringer bell;
    private final BufferClaim claim = new BufferClaim();
    private ByteBuffer pending;
    private int pendingOffset;
    private int pendingIndex;
    private int pendingLength;
    private boolean connected;
    private boolean closed;

    /**
     * Over a publication that nobody else uses.
     *
     * @param makeRoom is run between two attempts on a full log, and may do something about it
     * @param bell the peer's, closed with this
     */
    Outbound(ExclusivePublication publication, long incarnation, int maxMessageLength, Runnable makeRoom, Ringer bell) {
        this.publication = publication;
        this.incarnation = incarnation;
        this.maxMessageLength = maxMessageLength;
        this.maxBodyLength = publication.maxPayloadLength() - Frame.HEADER_LENGTH;
        this.makeRoom = makeRoom;
        this.bell = bell;
    }

    long incarnation() {
        return incarnation;
    }

    ExclusivePublication publication() {
        return publication;
    }

    /** Whether the peer has ever been there. */
    boolean hasBeenConnected() {
        return connected;
    }

    /** Whether the peer was there and has gone. */
    boolean isLost() {
        return connected && !publication.isConnected();
    }

    /** Whether nothing can be sent any more. */
    boolean isClosed() {
        return closed;
    }

    /** Whether a message has been begun and not finished. */
    boolean isPending() {
        return pendingLength > 0;
    }

    /** Sends nothing any more, and drops what was not finished; the publication stays as it is. */
    void close() {
        closed = true;
        bell.close();
        pending = null;
        pendingLength = 0;
    }

    /** Wakes the peer if it has parked. */
    void rouse() {
        if (!closed) {
            bell.ring();
        }
    }

    SendResult send(ByteBuffer message) {
        int length = message.remaining();
        requireLength(length, maxMessageLength);
        if (isPending()) {
            flush();
            if (isPending()) {
                return SendResult.BACK_PRESSURE;
            }
        }
        if (closed) {
            return SendResult.CLOSED;
        }
        int position = message.position();
        int body = Math.min(length, maxBodyLength);
        SendResult first =
                write(message, position, body, body == length ? Frame.BEGIN | Frame.END : Frame.BEGIN, length);
        if (first != SendResult.SENT) {
            return first;
        }
        int offset = body + writeRest(message, position + body, body, length - body);
        if (closed) {
            return SendResult.CLOSED;
        }
        bell.ring();
        if (offset < length) {
            keep(message, position + offset, offset, length - offset);
        }
        return SendResult.SENT;
    }

    static void requireLength(int length, int maxMessageLength) {
        if (length > maxMessageLength) {
            throw new IllegalArgumentException(
                    "A message of " + length + " bytes is longer than the limit of " + maxMessageLength + " bytes");
        }
    }

    /**
     * Goes on with a message that was begun.
     *
     * @return how many bytes of it were sent
     */
    int flush() {
        if (!isPending()) {
            return 0;
        }
        int sent = writeRest(pending, pendingIndex, pendingOffset, pendingLength);
        if (!closed && sent > 0) {
            bell.ring();
            pendingIndex += sent;
            pendingOffset += sent;
            pendingLength -= sent;
            if (pendingLength == 0 && pending.capacity() > KEPT_CAPACITY) {
                pending = null;
            }
        }
        return sent;
    }

    private void keep(ByteBuffer message, int index, int offset, int length) {
        if (pending == null || pending.capacity() < length) {
            pending = ByteBuffer.allocate(length);
        }
        pending.clear().put(0, message, index, length);
        pendingIndex = 0;
        pendingOffset = offset;
        pendingLength = length;
    }

    /** Writes the pieces after the first one, as far as there is room; returns how many bytes they were. */
    private int writeRest(ByteBuffer source, int index, int offset, int length) {
        int sent = 0;
        while (sent < length) {
            int body = Math.min(maxBodyLength, length - sent);
            int flags = sent + body == length ? Frame.END : 0;
            if (write(source, index + sent, body, flags, offset + sent) != SendResult.SENT) {
                break;
            }
            sent += body;
        }
        return sent;
    }

    private SendResult write(ByteBuffer source, int index, int body, int flags, int lengthOrOffset) {
        for (int attempt = 1; ; attempt++) {
            long result = publication.tryClaim(Frame.HEADER_LENGTH + body, claim);
            if (result > 0) {
                fill(source, index, body, flags, lengthOrOffset);
                connected = true;
                return SendResult.SENT;
            }
            if (result == Publication.NOT_CONNECTED && !connected) {
                return SendResult.BACK_PRESSURE;
            }
            if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                return end(result);
            }
            connected = true;
            if (attempt == ATTEMPTS) {
                return SendResult.BACK_PRESSURE;
            }
            if (result == Publication.BACK_PRESSURED) {
                makeRoom.run();
            }
        }
    }

    private void fill(ByteBuffer source, int index, int body, int flags, int lengthOrOffset) {
        boolean filled = false;
        try {
            MutableDirectBuffer buffer = claim.buffer();
            int start = claim.offset();
            Frame.write(buffer, start, flags, lengthOrOffset, incarnation);
            buffer.putBytes(start + Frame.HEADER_LENGTH, source, index, body);
            filled = true;
        } finally {
            if (filled) {
                claim.commit();
            } else {
                claim.abort();
            }
        }
    }

    /** The log is closed or used up, or the peer was there and is gone: an incarnation never comes back. */
    private SendResult end(long result) {
        if (result == Publication.MAX_POSITION_EXCEEDED) {
            LOG.error("The log to or from Spoke {} is used up ({})", incarnation, publication.maxPossiblePosition());
        }
        close();
        return SendResult.CLOSED;
    }
}

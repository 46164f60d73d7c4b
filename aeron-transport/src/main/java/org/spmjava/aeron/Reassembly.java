package org.spmjava.aeron;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Makes messages of the frames of one peer, and trusts none of them.
 *
 * <p>Messages are copied out of shared memory before anybody looks into them: the peer could still change the bytes
 * under the eyes of a decoder, and a handler that kept a view of memory that is unmapped later would take the JVM down.
 * A copy of 100 bytes costs some 10 ns.
 */
final class Reassembly {

    private static final int FIRST_CAPACITY = 256 * 1024;
    private static final int KEPT_CAPACITY = 1024 * 1024;

    private final long incarnation;
    private final int maxMessageLength;
    private ByteBuffer small = ByteBuffer.allocate(4 * 1024);
    private ByteBuffer large;
    private int total;
    private int received;
    private boolean begun;
    private String fault;

    /**
     * For one peer.
     *
     * @param incarnation what each frame must carry
     * @param maxMessageLength in bytes
     */
    Reassembly(long incarnation, int maxMessageLength) {
        this.incarnation = incarnation;
        this.maxMessageLength = maxMessageLength;
    }

    /** What was wrong with the first bad frame; null while there was none. After it, nothing is accepted any more. */
    String fault() {
        return fault;
    }

    /** Ends this peer's stream for a reason that lies outside of its frames. */
    void fail(String reason) {
        fault = reason;
        begun = false;
        large = null;
    }

    /**
     * Takes a frame.
     *
     * @return the message that it completes, big endian, from position 0 to the limit, valid until the next call; or
     *     null if there is none, because more is to come or because of a {@linkplain #fault() fault}
     */
    ByteBuffer accept(DirectBuffer buffer, int index, int length) {
        if (fault != null) {
            return null;
        }
        String wrong = Frame.check(buffer, index, length);
        if (wrong == null && Frame.incarnation(buffer, index) != incarnation) {
            wrong = "it names another incarnation";
        }
        if (wrong != null) {
            fail(wrong);
            return null;
        }
        int flags = Frame.flags(buffer, index);
        int lengthOrOffset = Frame.lengthOrOffset(buffer, index);
        int body = length - Frame.HEADER_LENGTH;
        boolean end = (flags & Frame.END) != 0;
        wrong = (flags & Frame.BEGIN) != 0
                ? checkFirst(lengthOrOffset, body, end)
                : checkNext(lengthOrOffset, body, end);
        if (wrong != null) {
            fail(wrong);
            return null;
        }
        if ((flags & (Frame.BEGIN | Frame.END)) == (Frame.BEGIN | Frame.END)) {
            return whole(buffer, index + Frame.HEADER_LENGTH, body);
        }
        if ((flags & Frame.BEGIN) != 0) {
            begun = true;
            total = lengthOrOffset;
            received = 0;
        }
        append(buffer, index + Frame.HEADER_LENGTH, body);
        return end ? complete() : null;
    }

    private String checkFirst(int declared, int body, boolean end) {
        if (begun) {
            return "it begins a message within another";
        }
        if (declared < 0 || declared > maxMessageLength) {
            return "it declares a message of " + declared + " bytes";
        }
        if (end ? body != declared : body == 0 || body >= declared) {
            return "its length is not the declared one";
        }
        return null;
    }

    private String checkNext(int offset, int body, boolean end) {
        if (!begun) {
            return "it continues a message that was not begun";
        }
        if (offset != received) {
            return "it is not the next piece of its message";
        }
        int left = total - received;
        if (end ? body != left : body == 0 || body >= left) {
            return "its length is not the declared one";
        }
        return null;
    }

    private ByteBuffer whole(DirectBuffer buffer, int index, int body) {
        if (small.capacity() < body) {
            small = ByteBuffer.allocate(Math.max(body, 2 * small.capacity()));
        }
        buffer.getBytes(index, small.array(), 0, body);
        return small.clear().limit(body).order(ByteOrder.BIG_ENDIAN);
    }

    /** Memory grows with what has arrived, never with what was merely announced. */
    private void append(DirectBuffer buffer, int index, int body) {
        int needed = received + body;
        if (large == null || large.capacity() < needed) {
            long grown = Math.max(FIRST_CAPACITY, Math.max(needed, 2L * received));
            ByteBuffer larger = ByteBuffer.allocate((int) Math.min(grown, total));
            if (received > 0) {
                System.arraycopy(large.array(), 0, larger.array(), 0, received);
            }
            large = larger;
        }
        buffer.getBytes(index, large.array(), received, body);
        received = needed;
    }

    private ByteBuffer complete() {
        begun = false;
        ByteBuffer message = large.clear().limit(total).order(ByteOrder.BIG_ENDIAN);
        if (large.capacity() > KEPT_CAPACITY) {
            large = null;
        }
        return message;
    }
}

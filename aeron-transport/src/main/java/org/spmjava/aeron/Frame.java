package org.spmjava.aeron;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The header before each piece of a message, 16 bytes, little endian:
 *
 * <pre>
 *   0  short  magic and version
 *   2  byte   flags: 1 begins a message, 2 ends it
 *   3  byte   0
 *   4  int    in the first piece the length of the message, in others the offset of the piece within the message
 *   8  long   the incarnation of the Spoke that it comes from or goes to
 * </pre>
 *
 * A piece never exceeds what Aeron carries in one fragment, so that Aeron's own fragmentation is never used.
 */
final class Frame {

    static final int HEADER_LENGTH = 16;
    static final int BEGIN = 1;
    static final int END = 2;

    private static final short MAGIC_AND_VERSION = (short) 0xA501;
    private static final int FLAGS_OFFSET = 2;
    private static final int RESERVED_OFFSET = 3;
    private static final int LENGTH_OR_OFFSET_OFFSET = 4;
    private static final int INCARNATION_OFFSET = 8;

    private Frame() {}

    static void write(MutableDirectBuffer buffer, int index, int flags, int lengthOrOffset, long incarnation) {
        buffer.putShort(index, MAGIC_AND_VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putByte(index + FLAGS_OFFSET, (byte) flags);
        buffer.putByte(index + RESERVED_OFFSET, (byte) 0);
        buffer.putInt(index + LENGTH_OR_OFFSET_OFFSET, lengthOrOffset, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(index + INCARNATION_OFFSET, incarnation, ByteOrder.LITTLE_ENDIAN);
    }

    /** What is wrong with a header by itself, or null; everything else here may be called only if it is null. */
    static String check(DirectBuffer buffer, int index, int length) {
        if (length < HEADER_LENGTH) {
            return "it is shorter than a header";
        }
        if (buffer.getShort(index, ByteOrder.LITTLE_ENDIAN) != MAGIC_AND_VERSION) {
            return "it is of another protocol or version";
        }
        if ((flags(buffer, index) & ~(BEGIN | END)) != 0 || buffer.getByte(index + RESERVED_OFFSET) != 0) {
            return "it has unknown flags";
        }
        return null;
    }

    static int flags(DirectBuffer buffer, int index) {
        return buffer.getByte(index + FLAGS_OFFSET);
    }

    static int lengthOrOffset(DirectBuffer buffer, int index) {
        return buffer.getInt(index + LENGTH_OR_OFFSET_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    static long incarnation(DirectBuffer buffer, int index) {
        return buffer.getLong(index + INCARNATION_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }
}

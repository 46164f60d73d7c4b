package org.spmjava.api.closure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.openhft.chronicle.bytes.Bytes;

/**
 * The binary form of fields: one behind the other, without names or types, which the fingerprint vouches for. Numbers
 * are little-endian and of full width, so that doubles stay what they are. Lengths and counts take seven bits a byte,
 * and come before what they count.
 *
 * <p>Whatever bytes are read, the end is a value or an exception, and no more is allocated than a small multiple of
 * what is left to read.
 */
final class BinaryFields {

    private static final int MAX_LENGTH_BYTES = 5;
    private static final int LATIN_1_MAX = 0xFF;

    /** What {@code values()} returns, without its copy. */
    private static final ClassValue<Object[]> CONSTANTS = new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
            return type.getEnumConstants();
        }
    };

    private BinaryFields() {}

    static void writeBool(Bytes<?> out, boolean value) {
        out.writeByte(value ? (byte) 1 : 0);
    }

    static boolean readBool(Bytes<?> in) {
        byte read = in.readByte();
        if ((read & ~1) != 0) {
            throw new IllegalArgumentException(read + " is neither true nor false");
        }
        return read != 0;
    }

    /** Writes a length or a count, which is not negative. */
    static void writeLength(Bytes<?> out, long length) {
        long rest = length;
        while (rest > Byte.MAX_VALUE) {
            out.writeByte((byte) (rest | Byte.MIN_VALUE));
            rest >>>= 7;
        }
        out.writeByte((byte) rest);
    }

    private static long readLength(Bytes<?> in) {
        byte read = in.readByte();
        return read >= 0 ? read : readLongLength(in, read);
    }

    private static long readLongLength(Bytes<?> in, byte first) {
        long length = first & Byte.MAX_VALUE;
        for (int i = 1; i < MAX_LENGTH_BYTES; i++) {
            byte read = in.readByte();
            length |= (long) (read & Byte.MAX_VALUE) << (7 * i);
            if (read >= 0) {
                return length;
            }
        }
        throw new IllegalArgumentException("a length takes more than " + MAX_LENGTH_BYTES + " bytes");
    }

    /** Reads the count of elements that take a number of bytes each, or more. */
    static int readCount(Bytes<?> in, int bytesEach) {
        long count = readLength(in);
        long left = in.readRemaining();
        if (count > left / bytesEach) {
            throw new IllegalArgumentException(
                    count + " elements do not fit into the " + left + " bytes that are left");
        }
        return (int) count;
    }

    static <E extends Enum<E>> E readEnum(Bytes<?> in, Class<E> type) {
        Object[] constants = CONSTANTS.get(type);
        long number = readLength(in);
        if (number >= constants.length) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " has number " + number);
        }
        return type.cast(constants[(int) number]);
    }

    /** Writes one byte a character where that is enough, else two: any string arrives as it was, surrogates and all. */
    static void writeText(Bytes<?> out, String value) {
        int length = value.length();
        if (!isNarrow(value, length)) {
            writeWide(out, value);
            return;
        }
        writeLength(out, (long) length << 1);
        long at = out.writePosition();
        out.writeSkip(length);
        byte[] array = array(out);
        if (array == null) {
            writeNarrow(value, out, at);
        } else {
            copyLowBytes(value, length, array, (int) at);
        }
    }

    /** Of a string that the JVM holds as one byte a character, compilers see without a loop that it is. */
    private static boolean isNarrow(String value, int length) {
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) > LATIN_1_MAX) {
                return false;
            }
        }
        return true;
    }

    /**
     * The JDK's own copy, so that what compilers make of this method is short: a loop here is so long that it depends
     * on the order of compilations whether they put it into the methods that call it.
     */
    @SuppressWarnings("deprecation") // The low bytes are all that there is.
    private static void copyLowBytes(String value, int length, byte[] out, int at) {
        value.getBytes(0, length, out, at);
    }

    private static void writeNarrow(String value, Bytes<?> out, long at) {
        for (int i = 0; i < value.length(); i++) {
            out.writeByte(at + i, (byte) value.charAt(i));
        }
    }

    private static void writeWide(Bytes<?> out, String value) {
        int length = value.length();
        writeLength(out, (long) length << 1 | 1);
        for (int i = 0; i < length; i++) {
            out.writeShort((short) value.charAt(i));
        }
    }

    static String readText(Bytes<?> in) {
        long header = readLength(in);
        boolean wide = (header & 1) != 0;
        long length = wide ? header & ~1L : header >>> 1;
        if (length > in.readRemaining()) {
            throw new IllegalArgumentException(
                    "a text of " + length + " bytes exceeds the " + in.readRemaining() + " that are left");
        }
        byte[] array = array(in);
        if (array == null) {
            return text(read(in, (int) length), 0, (int) length, wide);
        }
        int at = (int) in.readPosition();
        in.readSkip(length);
        return text(array, at, (int) length, wide);
    }

    private static String text(byte[] bytes, int at, int length, boolean wide) {
        if (!wide) {
            return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        }
        // Not by a charset, which would replace lone surrogates.
        char[] characters = new char[length / Character.BYTES];
        littleEndian(bytes, at, length).asCharBuffer().get(characters);
        return new String(characters);
    }

    static void writeBytes(Bytes<?> out, byte[] value) {
        writeLength(out, value.length);
        out.write(value);
    }

    static byte[] readBytes(Bytes<?> in) {
        return read(in, readCount(in, 1));
    }

    private static byte[] read(Bytes<?> in, int length) {
        byte[] read = new byte[length];
        byte[] array = array(in);
        if (array == null) {
            in.read(read);
        } else {
            int at = (int) in.readPosition();
            in.readSkip(length);
            System.arraycopy(array, at, read, 0, length);
        }
        return read;
    }

    /** Appends room for elements, and returns it for them to be put there; for {@link #close}. */
    static ByteBuffer open(Bytes<?> out, int count, int bytesEach) {
        writeLength(out, count);
        int length = Math.multiplyExact(count, bytesEach);
        byte[] array = array(out);
        if (array == null) {
            return littleEndian(new byte[length], 0, length);
        }
        int at = (int) out.writePosition();
        out.writeSkip(length);
        return littleEndian(array(out), at, length);
    }

    /** Writes what was put into the room. */
    static void close(Bytes<?> out, ByteBuffer room) {
        if (array(out) == null) {
            out.write(room.array());
        }
    }

    /** Reads what {@link #open} and {@link #close} wrote: a buffer with all of the elements, valid for now. */
    static ByteBuffer readElements(Bytes<?> in, int bytesEach) {
        int length = readCount(in, bytesEach) * bytesEach;
        byte[] array = array(in);
        if (array == null) {
            return littleEndian(read(in, length), 0, length);
        }
        int at = (int) in.readPosition();
        in.readSkip(length);
        return littleEndian(array, at, length);
    }

    private static ByteBuffer littleEndian(byte[] bytes, int at, int length) {
        return ByteBuffer.wrap(bytes, at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The array that holds the bytes, each at its position; null if there is none. */
    private static byte[] array(Bytes<?> bytes) {
        return bytes.underlyingObject() instanceof byte[] array ? array : null;
    }
}

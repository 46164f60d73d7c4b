package org.spmjava.api.closure;

import java.time.Duration;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;
import org.spmjava.api.Timeout;
import org.spmjava.api.value.Mixed;
import org.spmjava.api.value.ModuleRef;
import org.spmjava.api.value.SpmRecord;

/**
 * The fields of payloads, one pair of methods a type: as fields of their own, and as elements of containers, for which
 * see {@link ContainerFields}.
 *
 * <p>As text, which people read, every field has its name. In binary form, which processes read, it has none: what is
 * written has to be read field by field in the same order, by code with the same fingerprint. Writing in binary form
 * allocates nothing, save for what {@code Mixed} and keys other than text need.
 *
 * <p>A {@link Mixed} is an explicit tagged union. Wire's own dynamic reading is never used: it makes whatever class the
 * sender names, and loses types.
 */
public final class WireFields {

    private static final int MAX_NANOS = 999_999_999;

    private WireFields() {}

    /**
     * Writes a boolean.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeBool(WireOut out, String name, boolean value) {
        if (out.isBinary()) {
            BinaryFields.writeBool(out.bytes(), value);
        } else {
            out.write(name).bool(value);
        }
    }

    /**
     * Reads a boolean.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static boolean readBool(WireIn in, String name) {
        return in.isBinary() ? BinaryFields.readBool(in.bytes()) : in.read(name).bool();
    }

    /**
     * Writes a 32-bit integer.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeInt(WireOut out, String name, int value) {
        if (out.isBinary()) {
            out.bytes().writeInt(value);
        } else {
            out.write(name).int32(value);
        }
    }

    /**
     * Reads a 32-bit integer.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static int readInt(WireIn in, String name) {
        return in.isBinary() ? in.bytes().readInt() : in.read(name).int32();
    }

    /**
     * Writes a 64-bit integer.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeLong(WireOut out, String name, long value) {
        if (out.isBinary()) {
            out.bytes().writeLong(value);
        } else {
            out.write(name).int64(value);
        }
    }

    /**
     * Reads a 64-bit integer.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static long readLong(WireIn in, String name) {
        return in.isBinary() ? in.bytes().readLong() : in.read(name).int64();
    }

    /**
     * Writes a double.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeDouble(WireOut out, String name, double value) {
        if (out.isBinary()) {
            out.bytes().writeLong(Double.doubleToRawLongBits(value));
        } else {
            out.write(name).fixedFloat64(value);
        }
    }

    /**
     * Reads a double.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static double readDouble(WireIn in, String name) {
        return in.isBinary()
                ? Double.longBitsToDouble(in.bytes().readLong())
                : in.read(name).float64();
    }

    /**
     * Writes a field of text.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeText(WireOut out, String name, String value) {
        if (out.isBinary()) {
            BinaryFields.writeText(out.bytes(), value);
        } else {
            out.write(name).text(value);
        }
    }

    /**
     * Reads a field of text.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static String readText(WireIn in, String name) {
        if (in.isBinary()) {
            return BinaryFields.readText(in.bytes());
        }
        String text = in.read(name).text();
        if (text == null) {
            throw new IllegalArgumentException("field '" + name + "' has no text");
        }
        return text;
    }

    /**
     * Writes a field of bytes.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeBytes(WireOut out, String name, byte[] value) {
        if (out.isBinary()) {
            BinaryFields.writeBytes(out.bytes(), value);
        } else {
            out.write(name).bytes(value);
        }
    }

    /**
     * Reads a field of bytes.
     *
     * @param in where from
     * @param name the field's name
     * @return the value, the caller's own
     */
    public static byte[] readBytes(WireIn in, String name) {
        if (in.isBinary()) {
            return BinaryFields.readBytes(in.bytes());
        }
        byte[] bytes = in.read(name).bytes();
        if (bytes == null) {
            throw new IllegalArgumentException("field '" + name + "' has no bytes");
        }
        return bytes;
    }

    /**
     * Writes a length of time, to the nanosecond.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeDuration(WireOut out, String name, Duration value) {
        writeLong(out, name, value.getSeconds());
        writeInt(out, "ns", value.getNano());
    }

    /**
     * Reads a length of time.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static Duration readDuration(WireIn in, String name) {
        long seconds = readLong(in, name);
        int nanos = readInt(in, "ns");
        if (nanos < 0 || nanos > MAX_NANOS) {
            throw new IllegalArgumentException("field '" + name + "' has " + nanos + " ns beside its seconds");
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * Writes a timeout, to the nanosecond.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeTimeout(WireOut out, String name, Timeout value) {
        writeLong(out, name, value.durationNs());
    }

    /**
     * Reads a timeout.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static Timeout readTimeout(WireIn in, String name) {
        return new Timeout(readLong(in, name));
    }

    /**
     * Writes a constant: in binary form its number, as text its name.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeEnum(WireOut out, String name, Enum<?> value) {
        if (out.isBinary()) {
            BinaryFields.writeLength(out.bytes(), value.ordinal());
        } else {
            out.write(name).text(value.name());
        }
    }

    /**
     * Reads a constant.
     *
     * @param in where from
     * @param name the field's name
     * @param type the constants' type
     * @param <E> the constants' type
     * @return the value
     * @throws IllegalArgumentException if the type has no such constant
     */
    public static <E extends Enum<E>> E readEnum(WireIn in, String name, Class<E> type) {
        return in.isBinary() ? BinaryFields.readEnum(in.bytes(), type) : Enum.valueOf(type, readText(in, name));
    }

    /**
     * Writes a reference to a module, which is the name of its class.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeModule(WireOut out, String name, ModuleRef value) {
        writeText(out, name, value.className());
    }

    /**
     * Reads a reference to a module.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static ModuleRef readModule(WireIn in, String name) {
        return new ModuleRef(readText(in, name));
    }

    /**
     * Writes a record.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeRecord(WireOut out, String name, SpmRecord value) {
        ContainerFields.writeDict(out, name, value.fields(), WireFields::writeMixed);
    }

    /**
     * Reads a record.
     *
     * @param in where from
     * @param name the field's name
     * @return the value
     */
    public static SpmRecord readRecord(WireIn in, String name) {
        return new SpmRecord(ContainerFields.readDict(in, name, WireFields::readMixed));
    }

    /**
     * Writes a tagged value.
     *
     * @param out where to
     * @param name the field's name
     * @param value the value
     */
    public static void writeMixed(WireOut out, String name, Mixed value) {
        MixedFields.write(out, name, value);
    }

    /**
     * Reads a tagged value.
     *
     * @param in where from
     * @param name the field's name
     * @return the value, of the type it was written with
     * @throws IllegalArgumentException if it is nested deeper than 64 levels, or its tag is unknown
     */
    public static Mixed readMixed(WireIn in, String name) {
        return MixedFields.read(in, name);
    }
}

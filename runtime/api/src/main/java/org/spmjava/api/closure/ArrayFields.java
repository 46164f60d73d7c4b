package org.spmjava.api.closure;

import java.nio.ByteBuffer;
import net.openhft.chronicle.wire.WireIn;
import net.openhft.chronicle.wire.WireOut;

/** The arrays of payloads: a count, then the elements, as {@link WireFields} writes each. */
public final class ArrayFields {

    private ArrayFields() {}

    /**
     * Writes an array.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     */
    public static void writeInts(WireOut out, String name, int[] values) {
        if (out.isBinary()) {
            ByteBuffer room = BinaryFields.open(out.bytes(), values.length, Integer.BYTES);
            room.asIntBuffer().put(values);
            BinaryFields.close(out.bytes(), room);
            return;
        }
        ContainerFields.writeCount(out, name, values.length);
        for (int value : values) {
            WireFields.writeInt(out, "e", value);
        }
    }

    /**
     * Reads an array.
     *
     * @param in where from
     * @param name the field's name
     * @return the elements, the caller's own
     */
    public static int[] readInts(WireIn in, String name) {
        if (in.isBinary()) {
            ByteBuffer elements = BinaryFields.readElements(in.bytes(), Integer.BYTES);
            int[] values = new int[elements.remaining() / Integer.BYTES];
            elements.asIntBuffer().get(values);
            return values;
        }
        int[] values = new int[ContainerFields.readCount(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = WireFields.readInt(in, "e");
        }
        return values;
    }

    /**
     * Writes an array.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     */
    public static void writeLongs(WireOut out, String name, long[] values) {
        if (out.isBinary()) {
            ByteBuffer room = BinaryFields.open(out.bytes(), values.length, Long.BYTES);
            room.asLongBuffer().put(values);
            BinaryFields.close(out.bytes(), room);
            return;
        }
        ContainerFields.writeCount(out, name, values.length);
        for (long value : values) {
            WireFields.writeLong(out, "e", value);
        }
    }

    /**
     * Reads an array.
     *
     * @param in where from
     * @param name the field's name
     * @return the elements, the caller's own
     */
    public static long[] readLongs(WireIn in, String name) {
        if (in.isBinary()) {
            ByteBuffer elements = BinaryFields.readElements(in.bytes(), Long.BYTES);
            long[] values = new long[elements.remaining() / Long.BYTES];
            elements.asLongBuffer().get(values);
            return values;
        }
        long[] values = new long[ContainerFields.readCount(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = WireFields.readLong(in, "e");
        }
        return values;
    }

    /**
     * Writes an array.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     */
    public static void writeDoubles(WireOut out, String name, double[] values) {
        if (out.isBinary()) {
            ByteBuffer room = BinaryFields.open(out.bytes(), values.length, Double.BYTES);
            room.asDoubleBuffer().put(values);
            BinaryFields.close(out.bytes(), room);
            return;
        }
        ContainerFields.writeCount(out, name, values.length);
        for (double value : values) {
            WireFields.writeDouble(out, "e", value);
        }
    }

    /**
     * Reads an array.
     *
     * @param in where from
     * @param name the field's name
     * @return the elements, the caller's own
     */
    public static double[] readDoubles(WireIn in, String name) {
        if (in.isBinary()) {
            ByteBuffer elements = BinaryFields.readElements(in.bytes(), Double.BYTES);
            double[] values = new double[elements.remaining() / Double.BYTES];
            elements.asDoubleBuffer().get(values);
            return values;
        }
        double[] values = new double[ContainerFields.readCount(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = WireFields.readDouble(in, "e");
        }
        return values;
    }

    /**
     * Writes an array.
     *
     * @param out where to
     * @param name the field's name
     * @param values the elements
     */
    public static void writeBools(WireOut out, String name, boolean[] values) {
        ContainerFields.writeCount(out, name, values.length);
        for (boolean value : values) {
            WireFields.writeBool(out, "e", value);
        }
    }

    /**
     * Reads an array.
     *
     * @param in where from
     * @param name the field's name
     * @return the elements, the caller's own
     */
    public static boolean[] readBools(WireIn in, String name) {
        boolean[] values = new boolean[ContainerFields.readCount(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = WireFields.readBool(in, "e");
        }
        return values;
    }
}

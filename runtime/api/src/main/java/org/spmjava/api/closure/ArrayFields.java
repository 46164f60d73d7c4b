package org.spmjava.api.closure;

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
        WireFields.writeInt(out, name, values.length);
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
        int[] values = new int[WireFields.count(in, name)];
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
        WireFields.writeInt(out, name, values.length);
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
        long[] values = new long[WireFields.count(in, name)];
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
        WireFields.writeInt(out, name, values.length);
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
        double[] values = new double[WireFields.count(in, name)];
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
        WireFields.writeInt(out, name, values.length);
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
        boolean[] values = new boolean[WireFields.count(in, name)];
        for (int i = 0; i < values.length; i++) {
            values[i] = WireFields.readBool(in, "e");
        }
        return values;
    }
}
